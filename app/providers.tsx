'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '@/lib/client/query-client';
import { useEarlyInput } from '@/lib/client/use-early-input';
import { paths } from '@/lib/shared/paths';

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => createQueryClient(goToSignIn));
  useEarlyInput('page');
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

/** The session has ended elsewhere: after signing in again the person is back where they were. */
function goToSignIn() {
  const { pathname, search } = window.location;
  if (pathname === paths.signIn) return;
  window.location.assign(`${paths.signIn}?${new URLSearchParams({ next: pathname + search })}`);
}
