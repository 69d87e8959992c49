import 'server-only';
import type { PGlite } from '@electric-sql/pglite';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { database } from '@/lib/server/db/database';
import { instances } from '@/lib/server/db/schema';
import { sends } from '@/lib/server/db/send-schema';
import { listMessages } from '@/lib/server/ghl/messages';
import { actOnSend } from '@/lib/server/outbox/acts';
import type { AtMoment } from '@/lib/server/outbox/deliver';
import { recoverInterruptedSends } from '@/lib/server/outbox/recover';
import { listSends, milliseconds, sendOf } from '@/lib/server/outbox/sends';
import { submitSend } from '@/lib/server/outbox/submit';
import { createOutbox } from '@/lib/server/outbox/worker';
import { changeSettings } from '@/lib/server/person/person-settings';
import { forget } from '@/lib/server/remember';
import { startParley, type TestLocation } from '@/lib/server/triage/testing/parley';
import { type Send, type SendAct, type SendInput, sendRequestSchema } from '@/lib/shared/contract/send';
import { createGate } from './gate';

const acceptedSchema = z.object({
  accepted: z.array(
    z.looseObject({
      messageId: z.string(),
      conversationId: z.string(),
      type: z.string(),
      message: z.string().nullable(),
      html: z.string().nullable(),
      subject: z.string().nullable(),
      attachments: z.array(z.string()),
      raw: z.record(z.string(), z.unknown()),
    }),
  ),
});

export type TestOutbox = Awaited<ReturnType<typeof startInstance>>;
export type Stage = Awaited<ReturnType<typeof startStage>>;
export type StageLocation = Awaited<ReturnType<Stage['location']>>;

/** Parley's server without its pages, and instances of the outbox that look only when a test says so. */
export async function startStage() {
  let aheadMs = 0;
  const gate = createGate();
  const parley = await startParley({ now: () => Date.now() + aheadMs, reachedAt: gate.openTo });
  const passes = (ms: number) => {
    aheadMs += ms;
  };
  // What is sent leaves at once, unless a test asks for time.
  for (const personId of ['mika', 'jonas', 'sam']) await changeSettings(personId, { sendUndoSeconds: 0 });
  return {
    ...parley,
    instance: startInstance,
    undoTime: (personId: string, sendUndoSeconds: 0 | 5 | 10 | 20 | 30) =>
      changeSettings(personId, { sendUndoSeconds }),
    reopenDatabase,
    /** GHL can be reached or not: a connection to it is refused while the gate is closed. */
    gate,
    async stop() {
      await gate.close();
      await parley.stop();
    },
    location: async (wanted?: Record<string, unknown>) => {
      aheadMs = 0;
      return stageLocation(await parley.location(wanted), passes);
    },
  };
}

/** As after a restart of it: whoever asks next opens it anew, from what it had written. */
async function reopenDatabase(): Promise<void> {
  const { $client } = (await database()) as unknown as { $client: PGlite | Sql };
  // Forgotten last: the folder of the embedded one has one owner at a time, and whoever asks meanwhile is refused.
  await ('end' in $client ? $client.end() : $client.close());
  forget('database');
}

/** Another process on the same database. */
async function startInstance(atMoment?: AtMoment) {
  const db = await database();
  const holder = crypto.randomUUID();
  await db.insert(instances).values({ id: holder, seenAt: sql`now()` });
  return {
    holder,
    ...createOutbox({ holder, atMoment }),
    /** Gone as after `kill -9`: it is not seen any more, and what it left is taken over. */
    async die() {
      await db.delete(instances).where(eq(instances.id, holder));
      await recoverInterruptedSends();
    },
  };
}

function stageLocation(location: TestLocation, passes: (ms: number) => void) {
  const { locationId } = location.ghl;
  const at = (conversationId: string) => ({ locationId, conversationId });
  const accepted = async () => acceptedSchema.parse(await location.control('accepted', undefined)).accepted;

  return {
    ...location,
    locationId,
    /** Conversations that SMS can be sent in. */
    async threads(): Promise<{ id: string }[]> {
      return (await location.all()).filter(({ phone }) => phone !== null);
    },
    accepted,
    /** What was accepted, by its text. */
    texts: async () => (await accepted()).map(({ message, html }) => message ?? html ?? ''),
    submit(
      conversationId: string,
      wanted: Record<string, unknown> & { text?: string } = {},
      personId = 'mika',
    ): Promise<Send> {
      const input = { clientId: crypto.randomUUID(), channel: 'SMS', text: `mark-${crypto.randomUUID()}` };
      const request = sendRequestSchema.parse({ ...input, ...wanted } as SendInput);
      return submitSend(at(conversationId), personId, request);
    },
    act: (send: Send, act: SendAct, personId = 'mika') =>
      actOnSend({ place: at(send.conversationId), personId }, send.clientId, act),
    now: (send: Send, personId = 'mika') => sendOf(at(send.conversationId), send.clientId, personId),
    list: (conversationId: string, personId = 'mika') => listSends(at(conversationId), personId),
    clearFaults: async () => {
      await fetch(`${location.ghl.baseUrl}/__sandbox/locations/${locationId}/faults`, { method: 'DELETE' });
    },
    fault: (fault: Record<string, unknown>) =>
      location.control('faults', { operation: 'send-a-new-message', kind: 'respond', ...fault }),
    /** The newest message of a thread, as who has it open sees it. */
    async newest(conversationId: string): Promise<{ messageId: string; at: number }> {
      location.ghl.reads.drop(['']);
      const [item] = (await listMessages(location.ghl, conversationId)).messages;
      return { messageId: item?.id ?? '', at: item?.at ?? 0 };
    },
    /** Somebody calls the conversation done. */
    async done(conversationId: string): Promise<void> {
      const seenUpTo = (await location.all()).find(({ id }) => id === conversationId)?.lastMessage.at ?? null;
      await location.act({ kind: 'done' }, [{ id: conversationId, seenUpTo }]);
    },
    /** Lets so much time pass at GHL, and for these sends or for all of the location. */
    async later(ms: number, ...only: Send[]): Promise<void> {
      passes(ms);
      const db = await database();
      const names = [
        'due_at',
        'retry_at',
        'started_at',
        'ended_at',
        'check_at',
        'scheduled_for',
        'created_at',
      ];
      const moved = names.map((name) => sql`${sql.raw(name)} = ${sql.raw(name)} - ${milliseconds(ms)}`);
      const ids = only.map(({ clientId }) => clientId);
      await db.execute(
        sql`update ${sends} set ${sql.join(moved, sql`, `)} where ${and(
          eq(sends.locationId, locationId),
          ids.length > 0 ? inArray(sends.clientId, ids) : undefined,
        )}`,
      );
    },
  };
}
