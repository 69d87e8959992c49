import 'server-only';
import { asc } from 'drizzle-orm';
import { seedPeople } from '@/lib/server/auth/seed-people';
import { database } from '@/lib/server/db/database';
import { instanceId, startBeating } from '@/lib/server/db/instances';
import { instances } from '@/lib/server/db/schema';
import { sends } from '@/lib/server/db/send-schema';
import type { Moment } from '@/lib/server/outbox/deliver';
import { recoverInterruptedSends } from '@/lib/server/outbox/recover';
import type { SendPlace } from '@/lib/server/outbox/sends';
import { submitSend } from '@/lib/server/outbox/submit';
import { createOutbox } from '@/lib/server/outbox/worker';
import { changeSettings } from '@/lib/server/person/person-settings';
import { sendRequestSchema } from '@/lib/shared/contract/send';

/** A process of Parley without its pages: brings one text out, and ends at the moment that it is told. */
export type Order = { place: SendPlace; text: string | null; dieAt: Moment | null };

async function main(order: Order): Promise<void> {
  const { place, text, dieAt } = order;
  await seedPeople();
  // As if its predecessor had been gone for long enough.
  await (await database()).delete(instances);
  await startBeating();
  await changeSettings('mika', { sendUndoSeconds: 0 });
  const outbox = createOutbox({
    holder: instanceId(),
    atMoment: (moment, row) => {
      if (moment === dieAt && row.request.text === text) process.kill(process.pid, 'SIGKILL');
    },
  });
  await recoverInterruptedSends();
  if (text !== null) {
    const request = sendRequestSchema.parse({ clientId: crypto.randomUUID(), channel: 'SMS', text });
    await submitSend(place, 'mika', request);
  }
  await outbox.runDue();
  const rows = await (await database()).select().from(sends).orderBy(asc(sends.createdAt));
  process.stdout.write(`${JSON.stringify(rows.map(({ state, request }) => [request.text, state]))}\n`);
  process.exit(0);
}

void main(JSON.parse(process.argv[2] ?? '') as Order);
