import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { PersonFrame } from '@/app/l/[locationId]/person-frame';
import { sessionFor } from '@/lib/server/auth/session-view';
import { signedIn } from '@/lib/server/auth/sessions';
import { ghlFor } from '@/lib/server/connection/connection';
import { settings } from '@/lib/server/env';
import { idSchema } from '@/lib/server/http/parse';
import { filterFromSearch, sendViewIn } from '@/lib/shared/inbox-address';
import { paths } from '@/lib/shared/paths';
import { can } from '@/lib/shared/permissions';
import { InboxScreen } from './inbox-screen';
import { prefetchInbox } from './prefetch-inbox';

export const metadata: Metadata = { title: 'Inbox' };

type InboxPageProps = {
  params: Promise<{ locationId: string; conversationId?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { locationId, conversationId: segments = [] } = await params;
  const [conversationId] = segments;
  const search = searchOf(await searchParams);
  const session = await signedIn((await headers()).get('cookie'));
  if (!session) {
    const next = `${paths.inbox(locationId, conversationId)}${search.size > 0 ? `?${search}` : ''}`;
    redirect(`${paths.signIn}?${new URLSearchParams({ next })}`);
  }
  const isAddress = idSchema.safeParse(locationId).success && segments.length <= 1 && isId(conversationId);
  const membership = isAddress ? session.membershipAt(locationId) : null;
  const ghl = membership ? await ghlFor(locationId) : null;
  if (!membership || !ghl) notFound();
  const { filter } = filterFromSearch(search);
  const [view, queryClient] = await Promise.all([
    sessionFor(session),
    prefetchInbox(ghl, locationId, filter, {
      conversationId: conversationId ?? null,
      hasList: sendViewIn(search) === null,
      person: { ...session.person, ghlUserId: membership.ghlUserId },
      membership,
    }),
  ]);
  return (
    <PersonFrame personId={session.person.id}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <InboxScreen
          session={view}
          locationId={locationId}
          mode={settings().mode.kind}
          ghlAppUrl={settings().ghlAppUrl}
          membership={membership}
          canSend={can(membership, 'message:send')}
          ghlUserId={membership.ghlUserId}
        />
      </HydrationBoundary>
    </PersonFrame>
  );
}

function isId(conversationId: string | undefined): boolean {
  return conversationId === undefined || idSchema.safeParse(conversationId).success;
}

/** A name given twice counts once, with its first value: the screen then says what it left out. */
function searchOf(record: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) search.set(name, first);
  }
  return search;
}
