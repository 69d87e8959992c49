import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SystemPage } from '@/components/ui/system-page';
import { sessionFor } from '@/lib/server/auth/session-view';
import { signedIn } from '@/lib/server/auth/sessions';
import { paths } from '@/lib/shared/paths';

/** The front door: to the inbox of the first location, or to the sign-in. */
export default async function HomePage() {
  const session = await signedIn((await headers()).get('cookie'));
  if (!session) redirect(paths.signIn);
  const [first] = (await sessionFor(session)).locations;
  if (first) redirect(paths.inbox(first.id));
  return (
    <SystemPage
      title="No location yet"
      text="You are signed in, but you do not belong to a location. Ask an admin to add you."
    />
  );
}
