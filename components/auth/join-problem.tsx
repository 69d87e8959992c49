import { Button } from '@/components/ui/button';
import { SystemPage } from '@/components/ui/system-page';

type JoinProblemProps = { message: string; onRetry?: () => void };

/** A link that does not let in, and whom to ask; or one that could not be looked at, which says nothing of the link. */
export function JoinProblem({ message, onRetry }: JoinProblemProps) {
  return (
    <SystemPage
      title={onRetry ? 'The link could not be read just now' : 'This link does not let you in'}
      text={
        <>
          <span role="alert">{message}</span>
          {!onRetry &&
            ' If you have chosen a password already, sign in with it. Otherwise ask the admin who gave you the link for a new one; the link of the first admin is printed anew when Parley is started.'}
        </>
      }
      action={
        <>
          {onRetry && <Button onClick={onRetry}>Try again</Button>}
          <a href="/sign-in" className="self-center text-13 text-ink underline underline-offset-2">
            Go to the sign-in
          </a>
        </>
      }
    />
  );
}
