import { ShieldX } from 'lucide-react';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button-variants';
import { Empty } from '@/components/ui/empty';
import { paths } from '@/lib/shared/paths';

export function NotAllowed({ locationId }: { locationId: string }) {
  return (
    <>
      <h1 className="sr-only">Settings</h1>
      <Empty
        className="flex-1"
        icon={<ShieldX />}
        title="This page is for admins"
        text="Your role here does not open it. An admin of this location can change that."
        action={
          <Link href={paths.inbox(locationId)} className={buttonVariants()}>
            Go to the inbox
          </Link>
        }
      />
    </>
  );
}
