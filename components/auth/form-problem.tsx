import { CircleAlert } from 'lucide-react';

/** What went wrong with a form as a whole. The region is always there, so that what comes into it is said. */
export function FormProblem({ problem }: { problem: string | null }) {
  return (
    <div role="alert" className="empty:sr-only">
      {problem && (
        <p className="flex items-start gap-2 text-13 text-bad">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {problem}
        </p>
      )}
    </div>
  );
}
