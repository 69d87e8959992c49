import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { phoneNumberListSchema } from '@/lib/shared/contract/phone-number';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** A location gets a new number about once a year. */
const staleMs = 30 * 60_000;

/** The numbers that the location sends text messages from; none where they cannot be read. */
export function usePhoneNumbers(locationId: string, isWanted: boolean) {
  const { data = [] } = useQuery({
    queryKey: queryKeys.phoneNumbers(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.phoneNumbers(locationId), { schema: phoneNumberListSchema, signal })).numbers,
    staleTime: staleMs,
    enabled: isWanted,
  });
  return data;
}
