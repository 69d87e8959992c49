import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button-variants';
import { SystemPage } from '@/components/ui/system-page';

export const metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <SystemPage
      title="There is no such page"
      text="The address is wrong, or it belongs to a location that you cannot see."
      action={
        <Link href="/" className={buttonVariants({ variant: 'primary', size: 'lg' })}>
          Go to the inbox
        </Link>
      }
    />
  );
}
