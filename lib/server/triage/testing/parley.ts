import 'server-only';
import { z } from 'zod';
import { seedPeople } from '@/lib/server/auth/seed-people';
import { ghlFor } from '@/lib/server/connection/connection';
import { makeTestDatabase } from '@/lib/server/db/test-database';
import type { GhlClient } from '@/lib/server/ghl/client';
import { type SandboxOptions, startSandbox } from '@/lib/server/sandbox/start';
import { jobOf, startJob } from '@/lib/server/triage/jobs/jobs';
import { runJob } from '@/lib/server/triage/jobs/run-job';
import { listConversations } from '@/lib/server/triage/list';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { type ListFilter, listQuerySchema } from '@/lib/shared/contract/conversation-list';
import type { ConversationChange, Job } from '@/lib/shared/contract/triage';

const requestsSchema = z.object({ requests: z.array(z.object({ operation: z.string().nullable() })) });
const locationSchema = z.object({ id: z.string(), token: z.string() });

export type TestParley = Awaited<ReturnType<typeof startParley>>;

/** Parley's server without its pages: a sandbox over HTTP, and a database that `stop` removes. */
export async function startParley(
  options: SandboxOptions & {
    /** Where Parley reaches the sandbox, if not directly. */
    reachedAt?: (url: string) => Promise<string>;
  } = {},
) {
  const { reachedAt = async (url: string) => url, ...sandboxOptions } = options;
  const sandbox = await startSandbox({ port: 0, ...sandboxOptions });
  const { env, drop } = await makeTestDatabase();
  Object.assign(process.env, {
    SANDBOX_URL: await reachedAt(sandbox.url),
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: sandbox.locationId,
    ...env,
    LOG_LEVEL: 'error',
  });
  await seedPeople();

  async function control(path: string, body: unknown, method = 'POST'): Promise<unknown> {
    const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
      method,
      ...(method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  return {
    control,
    /** A location of this test alone. */
    async location(wanted: Record<string, unknown> = { preset: 'empty', conversations: 8 }) {
      const { id, token } = locationSchema.parse(await control('locations', wanted));
      const ghl = await ghlFor(id);
      if (!ghl) throw new Error('The location is not known');
      await control(`locations/${id}/rate-limit`, { enabled: false });
      return testLocation(ghl, token, (path, body) =>
        control(`locations/${id}/${path}`, body, body === undefined ? 'GET' : 'POST'),
      );
    },
    async stop() {
      await sandbox.close();
      await drop();
    },
  };
}

export type TestLocation = ReturnType<typeof testLocation>;

function testLocation(
  ghl: GhlClient,
  token: string,
  control: (path: string, body: unknown) => Promise<unknown>,
) {
  const context = {
    ghl,
    person: { id: 'mika', email: 'mika@northloom.example' },
    membership: { role: 'admin', grants: [] } as const,
  };

  async function act(
    change: ConversationChange,
    rows: readonly { id: string; seenUpTo: number | null }[],
    clientId: string = crypto.randomUUID(),
  ): Promise<Job> {
    const target = { kind: 'ids' as const, conversations: [...rows] };
    return (await startJob(context, { clientId, change, target })).job;
  }

  async function all(filter: Partial<ListFilter> = {}, now = Date.now()): Promise<Conversation[]> {
    const found: Conversation[] = [];
    let cursor: string | null = null;
    // What was read a moment ago is not what a test has just changed.
    ghl.reads.drop(['']);
    do {
      const wanted: ListFilter = { ...listQuerySchema.parse({}), ...filter };
      const page = await listConversations(ghl, wanted, { cursor, now });
      found.push(...page.conversations.filter((row) => row.kind === 'conversation'));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  }

  return {
    ghl,
    context,
    control,
    /** What a client of GHL beside ours sends. */
    headers: { authorization: `Bearer ${token}`, version: '2021-04-15', 'user-agent': 'another-client/1.0' },
    /** The calls of one operation that reached the sandbox. */
    async calls(operation: string): Promise<number> {
      const { requests } = requestsSchema.parse(await control('requests', undefined));
      return requests.filter((request) => request.operation === operation).length;
    },
    act,
    all,
    ids: async (filter: Partial<ListFilter> = {}, now = Date.now()) =>
      (await all(filter, now)).map(({ id }) => id),
    /** When the job is over. */
    async ended(job: Job): Promise<Job> {
      await runJob(job.id);
      return jobOf(context, job.id);
    },
    inbound: (conversationId: string, more: Record<string, unknown> = {}) =>
      control('inbound', { conversationId, type: 'SMS', body: 'Hello?', ...more }),
    outbound: (conversationId: string, more: Record<string, unknown> = {}) =>
      control('outbound', { conversationId, type: 'SMS', body: 'We will be back soon.', ...more }),
  };
}

/** What the person who acts on a row has in view. */
export function seen(row: Conversation): { id: string; seenUpTo: number | null } {
  return { id: row.id, seenUpTo: row.lastMessage.at };
}
