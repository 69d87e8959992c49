'use client';

import { Button } from '@/components/ui/button';
import { SystemPage } from '@/components/ui/system-page';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <SystemPage
      title="Something went wrong"
      text={`Nothing you typed is lost. Try again; if it stays, tell your admin${error.digest ? ` the number ${error.digest}` : ''}.`}
      action={
        <Button variant="primary" size="lg" onClick={reset}>
          Try again
        </Button>
      }
    />
  );
}
