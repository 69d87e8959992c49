import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { savedViews } from '@/lib/server/db/triage-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { NewSavedView, SavedView, SavedViewChange } from '@/lib/shared/contract/saved-view';
import { can, type Membership } from '@/lib/shared/permissions';

/** More than anybody finds their way through. */
const maxOwnViews = 50;

type Viewer = { locationId: string; personId: string; membership: Membership };

/** One's own first, then the team's, each in the order they were made. */
export async function savedViewsFor(viewer: Viewer): Promise<SavedView[]> {
  const { locationId, personId, membership } = viewer;
  const db = await database();
  const rows = await db
    .select({ view: savedViews, authorName: people.name })
    .from(savedViews)
    .leftJoin(people, eq(people.id, savedViews.personId))
    .where(
      and(
        eq(savedViews.locationId, locationId),
        or(eq(savedViews.personId, personId), eq(savedViews.isShared, true)),
      ),
    )
    .orderBy(
      sql`${savedViews.isShared} and ${savedViews.personId} <> ${personId}`,
      asc(savedViews.createdAt),
      asc(savedViews.id),
    );
  return rows.map(({ view: { id, name, search, isShared, personId: authorId }, authorName }) => {
    const isMine = authorId === personId;
    return {
      id,
      name,
      search,
      isShared,
      isMine,
      authorName,
      canChange: isMine || can(membership, 'view:manage'),
    };
  });
}

export async function saveView(viewer: Viewer, wanted: NewSavedView): Promise<SavedView> {
  const { locationId, personId } = viewer;
  if (wanted.isShared) requireSharing(viewer);
  const db = await database();
  const [own] = await db
    .select({ count: count() })
    .from(savedViews)
    .where(and(eq(savedViews.locationId, locationId), eq(savedViews.personId, personId)));
  if ((own?.count ?? 0) >= maxOwnViews)
    throw new AppError('conflict', { message: `${maxOwnViews} views are the most. Delete one first.` });
  await requireFreeName(viewer, wanted.name, null);
  const id = randomUUID();
  await db.insert(savedViews).values({ id, locationId, personId, ...wanted, createdAt: new Date() });
  return requireView(viewer, id);
}

export async function changeView(viewer: Viewer, id: string, change: SavedViewChange): Promise<SavedView> {
  const known = await requireChangeable(viewer, id);
  if (change.isShared && !known.isShared) requireSharing(viewer);
  if (change.isShared === false && !known.isMine)
    throw new AppError('bad_request', {
      message: 'Only whoever made it can take it back for themselves. It can be deleted.',
    });
  if (change.name !== undefined) await requireFreeName(viewer, change.name, id);
  const db = await database();
  await db.update(savedViews).set(change).where(eq(savedViews.id, id));
  return requireView(viewer, id);
}

export async function deleteView(viewer: Viewer, id: string): Promise<void> {
  await requireChangeable(viewer, id);
  const db = await database();
  await db.delete(savedViews).where(eq(savedViews.id, id));
}

/** One's own, or shared; somebody else's own does not exist for anybody. */
async function requireView(viewer: Viewer, id: string): Promise<SavedView> {
  const view = (await savedViewsFor(viewer)).find((each) => each.id === id);
  if (!view) throw new AppError('not_found', { message: 'This view does not exist, or not any more.' });
  return view;
}

async function requireChangeable(viewer: Viewer, id: string): Promise<SavedView> {
  const view = await requireView(viewer, id);
  if (!view.canChange)
    throw new AppError('forbidden', {
      message: 'Only whoever made a shared view, or an admin, can change it.',
    });
  return view;
}

function requireSharing({ membership }: Viewer): void {
  if (!can(membership, 'view:share'))
    throw new AppError('forbidden', { message: 'Your role allows views of your own, not shared ones.' });
}

/** Two of one name in the same menu could not be told apart. */
async function requireFreeName(viewer: Viewer, name: string, exceptId: string | null): Promise<void> {
  const isTaken = (await savedViewsFor(viewer)).some(
    (view) => view.id !== exceptId && view.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw new AppError('conflict', { message: `There is a view called “${name}” already.` });
}
