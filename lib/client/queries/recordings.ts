import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { readWaveform } from '@/lib/client/waveform';
import { transcriptSchema } from '@/lib/shared/contract/transcript';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** What was said in a call; asked for only when a person wants to read it. Once there, it does not change. */
export function useTranscript(locationId: string, messageId: string, isEnabled: boolean) {
  return useQuery({
    queryKey: queryKeys.transcript(locationId, messageId),
    queryFn: ({ signal }) =>
      api(apiPaths.transcription(locationId, messageId), { schema: transcriptSchema, signal }),
    enabled: isEnabled,
    staleTime: ({ state }) => (state.data?.sentences.length ? Number.POSITIVE_INFINITY : 0),
    refetchOnWindowFocus: false,
  });
}

/** Null where there is none to draw; a recording that cannot be read is the player's to tell. */
export function useWaveform(src: string, steps: number, isEnabled: boolean): number[] | null {
  const { data = null } = useQuery({
    queryKey: queryKeys.waveform(src, steps),
    queryFn: ({ signal }) => readWaveform(src, steps, signal),
    enabled: isEnabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return data;
}
