import { useQuery } from '@tanstack/react-query';
import { refreshHeader } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** How large a file is; null while nobody has said. GHL names its files without their size, so each is asked for its first byte. */
export function useFileSize(href: string): number | null {
  const { data = null } = useQuery({
    queryKey: queryKeys.fileSize(href),
    queryFn: ({ signal }) => readSize(href, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return data;
}

async function readSize(href: string, signal: AbortSignal): Promise<number | null> {
  const headers = { [refreshHeader]: '1', range: 'bytes=0-0' };
  const answer = await fetch(href, { signal, cache: 'no-store', headers });
  await answer.body?.cancel();
  if (!answer.ok) return null;
  return Number(answer.headers.get('content-range')?.split('/').at(-1)) || null;
}
