import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { linkSchema } from '@/lib/shared/contract/people';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** What a one-time link is for. Looked at once: what is typed must not be lost to a second look. */
export function useLink(token: string | null) {
  return useQuery({
    queryKey: queryKeys.link(token),
    queryFn: () => api(apiPaths.joinLink, { method: 'POST', body: { token }, schema: linkSchema }),
    enabled: token !== null && token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}
