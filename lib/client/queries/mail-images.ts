import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, apiErrorFrom } from '@/lib/client/api';
import { type AllowedSenders, allowedSendersSchema } from '@/lib/shared/contract/allowed-sender';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** A remote image of a mail, which our server fetches. Throws when it cannot be had. */
export async function readMailImage(
  locationId: string,
  emailId: string,
  index: number,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(apiPaths.emailImage(locationId, emailId, index), {
    signal,
    cache: 'no-store',
  });
  if (!response.ok) throw apiErrorFrom(await response.json().catch(() => null), response.status);
  const image = await response.blob();
  if (!image.type.startsWith('image/')) throw new ApiError('internal', 'This is no image.', response.status);
  return image;
}

const allowedSendersOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.allowedSenders(locationId),
    queryFn: ({ signal }) =>
      api(apiPaths.allowedSenders(locationId), { schema: allowedSendersSchema, signal }),
    staleTime: 5 * 60_000,
  });

/** Whether this person wants to see the images of every mail of the sender. Asked for only where a mail has images. */
export function useIsAllowedSender(locationId: string, address: string | null, hasImages: boolean): boolean {
  const { data } = useQuery({
    ...allowedSendersOptions(locationId),
    enabled: hasImages && address !== null,
    select: ({ addresses }) => address !== null && addresses.includes(address),
  });
  return data ?? false;
}

export function useChangeAllowedSender(locationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { address: string; isAllowed: boolean }) =>
      api(apiPaths.allowedSenders(locationId), { method: 'POST', body, schema: allowedSendersSchema }),
    onSuccess: (senders) =>
      queryClient.setQueryData<AllowedSenders>(queryKeys.allowedSenders(locationId), senders),
  });
}
