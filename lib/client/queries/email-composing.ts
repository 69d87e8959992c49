import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { recoverInterval } from '@/lib/client/query-client';
import { emailSendersSchema } from '@/lib/shared/contract/email-sender';
import { quoteSchema } from '@/lib/shared/contract/quote';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

const staleMs = 5 * 60_000;

/** Whom an email can be from, and which addresses are the team's own. Read while an email is written. */
export function useEmailSenders(locationId: string, isEnabled: boolean) {
  return useQuery({
    queryKey: queryKeys.emailSenders(locationId),
    queryFn: ({ signal }) => api(apiPaths.emailSenders(locationId), { schema: emailSendersSchema, signal }),
    staleTime: staleMs,
    refetchInterval: recoverInterval,
    enabled: isEnabled,
  });
}

/** What will stand beneath an answer, read when somebody wants to see it. */
export function useEmailQuote(locationId: string, emailId: string, isEnabled: boolean) {
  return useQuery({
    queryKey: queryKeys.emailQuote(locationId, emailId),
    queryFn: ({ signal }) => api(apiPaths.emailQuote(locationId, emailId), { schema: quoteSchema, signal }),
    staleTime: staleMs,
    enabled: isEnabled,
  });
}
