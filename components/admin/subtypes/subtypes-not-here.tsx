import { MailX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { Empty } from '@/components/ui/empty';
import type { Unavailable } from '@/lib/shared/contract/subtype';
import { paths } from '@/lib/shared/paths';
import { unavailableWords } from '@/lib/shared/unavailable-words';

type SubtypesNotHereProps = {
  locationId: string;
  unavailable: Unavailable;
  isReading: boolean;
  onRetry: () => void;
};

/** Off, or not for this token: no error, and nothing to be tried here. */
export function SubtypesNotHere({ locationId, unavailable, isReading, onRetry }: SubtypesNotHereProps) {
  const { title, text } = unavailableWords(unavailable, true);
  return (
    <Empty
      className="mt-6"
      icon={<MailX />}
      title={title}
      text={text}
      action={
        <>
          <Button isPending={isReading} onClick={onRetry}>
            Look again
          </Button>
          {unavailable.state === 'not_allowed' && (
            <Link
              href={paths.connection(locationId)}
              prefetch={false}
              className={buttonVariants({ variant: 'quiet' })}
            >
              Check the connection
            </Link>
          )}
        </>
      }
    />
  );
}
