import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { type Database, database, type Transaction } from '@/lib/server/db/database';
import { links } from '@/lib/server/db/schema';
import { settings } from '@/lib/server/env';
import { AppError } from '@/lib/server/http/app-error';

export type LinkRow = typeof links.$inferSelect;

const hourMs = 3600_000;
const validMs = { 'first-admin': 24 * hourMs, invite: 72 * hourMs, reset: 72 * hourMs };
/** A link that ran out or was used is kept so long, to say which of the two. */
const keptMs = 30 * 24 * hourMs;

type NewLink = Pick<LinkRow, 'purpose' | 'personId' | 'locationId' | 'createdBy'>;

/**
 * Makes a link and ends the earlier ones of the same person, or of the first admin. The token is in the fragment, which
 * browsers send to nobody: it reaches no log and no `Referer`.
 */
export async function makeLink(
  db: Database | Transaction,
  link: NewLink,
  now = Date.now(),
): Promise<{ url: string; expiresAt: number }> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = now + validMs[link.purpose];
  const same = link.personId === null ? eq(links.purpose, 'first-admin') : eq(links.personId, link.personId);
  await db.delete(links).where(and(same, isNull(links.usedAt)));
  await db.delete(links).where(lt(links.expiresAt, new Date(now - keptMs)));
  await db.insert(links).values({
    ...link,
    tokenHash: hash(token),
    createdAt: new Date(now),
    expiresAt: new Date(expiresAt),
  });
  return { url: `${settings().appUrl}/join#${token}`, expiresAt };
}

/** Ends what somebody made who may invite nobody any more: they may have kept the addresses. */
export async function endLinksMadeBy(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(links).where(and(eq(links.createdBy, personId), isNull(links.usedAt)));
}

/** The link that this token opens now; else a refusal that says what became of it. */
export async function openLink(token: string, now = Date.now()): Promise<LinkRow> {
  const db = await database();
  const [row] = await db
    .select()
    .from(links)
    .where(eq(links.tokenHash, hash(token)));
  if (!row) throw refusal('This link is not known here. It may have been replaced by a newer one.');
  if (row.usedAt) throw refusal('This link was used already. It lets in once.');
  if (row.expiresAt.getTime() <= now) throw refusal('This link has run out.');
  return row;
}

/** Uses the link up. Of several that try at once, exactly one gets through. */
export async function spendLink(tx: Transaction, { tokenHash }: LinkRow, now = new Date()): Promise<void> {
  const spent = await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(eq(links.tokenHash, tokenHash), isNull(links.usedAt)))
    .returning({ tokenHash: links.tokenHash });
  if (spent.length !== 1) throw refusal('This link was used already. It lets in once.');
}

function refusal(message: string): AppError {
  return new AppError('not_found', { message });
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
