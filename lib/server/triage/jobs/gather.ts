import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { AppError } from '@/lib/server/http/app-error';
import { parseInput } from '@/lib/server/http/parse';
import { listConversations } from '@/lib/server/triage/list';
import { type ListFilter, listQuerySchema } from '@/lib/shared/contract/conversation-list';
import type { JobRequest } from '@/lib/shared/contract/triage';
import { addItems, type JobRow, jobById } from './job-store';
import { isStillAllowed } from './next-items';

type FilterTarget = Extract<JobRequest['target'], { kind: 'filter' }>;

const pageSize = 100;

/** The filter of a job's target, refused like that of the list itself. */
export function targetFilter({ search }: FilterTarget): ListFilter {
  const query = new URLSearchParams(search);
  const names = [...query.keys()];
  if (new Set(names).size < names.length)
    throw new AppError('bad_request', { message: 'The filter gives a name twice.' });
  return parseInput(listQuerySchema, Object.fromEntries(query), 'The filter');
}

/**
 * Makes items of everything that a filter matches, page by page, before any of it is changed: a change would take rows
 * out of the very list that is being read.
 */
export async function gather(ghl: GhlClient, job: JobRow, target: FilterTarget): Promise<void> {
  const filter = targetFilter(target);
  const except = new Set(target.exceptIds);
  // What comes in while the pages are read was seen by nobody.
  const cap = target.seenUpTo ?? job.createdAt.getTime();
  let cursor = job.gatherCursor;
  for (;;) {
    if ((await jobById(job.id))?.state !== 'running' || !(await isStillAllowed(job))) return;
    const page = await listConversations(ghl, filter, { cursor, limit: pageSize, priority: 'bulk' });
    const items = page.conversations.flatMap((row) =>
      row.kind === 'conversation' && !except.has(row.id)
        ? [{ conversationId: row.id, seenUpTo: Math.min(row.lastMessage.at ?? 0, cap) }]
        : [],
    );
    cursor = page.nextCursor;
    await addItems(job.id, items, { gatherCursor: cursor, isGathered: cursor === null });
    if (cursor === null) return;
  }
}
