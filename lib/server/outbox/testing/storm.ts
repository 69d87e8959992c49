import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { Moment } from '@/lib/server/outbox/deliver';
import type { SendRow } from '@/lib/server/outbox/sends';
import { createPrng, type Prng } from '@/lib/server/sandbox/prng';
import type { Send, SendAct } from '@/lib/shared/contract/send';
import type { Stage, StageLocation, TestOutbox } from './stage';

const steps = 14;
const second = 1_000;
const minute = 60 * second;
const moments: Moment[] = ['claimed', 'checked', 'committed', 'answered', 'settled'];
/** After the last fault everything comes to its end within this time. */
const longestMs = 40 * minute;

const sendFaults = [
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'bad-json' },
  { kind: 'reset-mid-body' },
  { status: 500 },
  { status: 500, applyEffect: true },
  { status: 502, applyEffect: true, body: '<html>Bad gateway</html>' },
  { status: 200, body: {}, applyEffect: true },
  { status: 429, headers: { 'x-ratelimit-interval-milliseconds': '10' } },
  { status: 400, body: { status: 400, message: 'Cannot send message as DND is active for SMS.' } },
  { status: 422, body: { statusCode: 422, message: ['message must be a string'] } },
  { status: 401, body: { statusCode: 401, message: 'Invalid JWT' } },
];
const readFaults = [{ status: 503, count: 3 }, { kind: 'reset-before', count: 3 }, { kind: 'bad-json' }];
const reads = ['get-messages', 'get-conversation', 'get-email-by-id', 'get-message'];

type Storm = {
  stage: Stage;
  location: StageLocation;
  conversations: string[];
  prng: Prng;
  outbox: TestOutbox;
  sends: Send[];
};

/**
 * One run: people who write and decide, a far side that fails, processes that end, all by chance and the same for the
 * same seed. Answers what went wrong; nothing did where the list is empty.
 */
export async function stormRun(stage: Stage, seed: number): Promise<string[]> {
  const location = await stage.location({ preset: 'empty', conversations: 3, seed: seed % 1_000 });
  const prng = createPrng(String(seed));
  const conversations = (await location.threads()).map(({ id }) => id);
  const storm: Storm = { stage, location, conversations, prng, outbox: await stage.instance(), sends: [] };
  for (let step = 0; step < steps; step += 1) await prng.pick(deeds)(storm);
  await location.clearFaults();
  await comeToAnEnd(storm);
  return faultsOf(storm);
}

const deeds: ((storm: Storm) => Promise<void>)[] = [
  write,
  write,
  write,
  write,
  failSending,
  failSending,
  failReading,
  letTimePass,
  letTimePass,
  beAnswered,
  decide,
  decide,
  bringOut,
  bringOut,
  bringOutTwice,
  undoAtTheLastMoment,
  decideMeanwhile,
  dieAndComeBack,
  dieAndComeBack,
];

async function write({ location, conversations, prng, sends: known }: Storm): Promise<void> {
  const id = prng.pick(conversations);
  const wanted = {
    clientId: uuidOf(prng),
    text: `mark-${uuidOf(prng)}`,
    seen: prng.chance(0.4) ? await location.newest(id).catch(() => null) : null,
    ...prng.pick<Record<string, unknown>>([
      {},
      {},
      {},
      { channel: 'Email', subject: 'Fitting' },
      { channel: 'InternalComment' },
    ]),
  };
  const who = prng.pick(['mika', 'jonas']);
  // A double click, or a second tab.
  const times = prng.chance(0.3) ? 3 : 1;
  const answers = await Promise.all(Array.from({ length: times }, () => location.submit(id, wanted, who)));
  if (answers[0]) known.push(answers[0]);
}

async function failSending({ location, prng }: Storm): Promise<void> {
  await location.fault({ ...prng.pick<Record<string, unknown>>(sendFaults), count: prng.pick([1, 1, 2]) });
}

async function failReading({ location, prng }: Storm): Promise<void> {
  await location.fault({ operation: prng.pick(reads), ...prng.pick<Record<string, unknown>>(readFaults) });
}

async function letTimePass({ location, prng }: Storm): Promise<void> {
  await location.later(prng.pick([second, 6 * second, 15 * second, minute, 4 * minute]));
}

async function beAnswered({ location, conversations, prng }: Storm): Promise<void> {
  await location.inbound(prng.pick(conversations));
}

/** A person presses one of the buttons that a send has; what they say of GHL is true. */
async function decide(storm: Storm): Promise<void> {
  const { location, prng, sends: known } = storm;
  if (known.length === 0) return;
  const send = await location.now(prng.pick(known));
  const hasArrived = (await location.texts()).some((text) => text.includes(send.request.text));
  const acts: Partial<Record<Send['state'], SendAct[]>> = {
    held: [{ act: 'undo' }, { act: 'send-now' }],
    stopped: [{ act: 'send-anyway' }, { act: 'undo' }],
    expired: [{ act: 'send-anyway' }],
    failed: [{ act: 'retry' }, { act: 'undo' }],
    unclear: [{ act: 'again', clientId: uuidOf(prng) }, ...(hasArrived ? [{ act: 'arrived' } as const] : [])],
  };
  const possible = acts[send.state];
  if (!possible) return;
  const act = prng.pick(possible);
  // Twice at once, as by two people; the second may come too late.
  const tries = Array.from({ length: prng.chance(0.3) ? 2 : 1 }, () => location.act(send, act));
  const results = await Promise.allSettled(tries);
  for (const result of results) if (result.status === 'rejected') refusedByUs(result.reason);
  const again = results.find((result) => result.status === 'fulfilled');
  if (act.act === 'again' && again) known.push(again.value);
}

/** Too late, or dealt with already: said in words, and no fault. */
function refusedByUs(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

async function bringOut({ outbox }: Storm): Promise<void> {
  await outbox.runDue();
}

async function bringOutTwice({ stage, outbox }: Storm): Promise<void> {
  const other = await stage.instance();
  await Promise.all([outbox.runDue(), other.runDue()]);
}

/** Whoever presses undo while the worker is at it either has it back, or is told that it is too late. */
async function undoAtTheLastMoment({ stage, location, prng, sends: known }: Storm): Promise<void> {
  const when = prng.pick(moments);
  const instance = await stage.instance(async (moment, row) => {
    const send = known.find(({ clientId }) => clientId === row.clientId);
    if (moment === when && send) await location.act(send, { act: 'undo' }).catch(refusedByUs);
  });
  await instance.runDue();
}

async function decideMeanwhile(storm: Storm): Promise<void> {
  await Promise.all([storm.outbox.runDue(), decide(storm), write(storm)]);
}

/** A process ends at one of the moments, with whatever else it had under way. */
async function dieAndComeBack(storm: Storm): Promise<void> {
  const { stage, prng, outbox } = storm;
  const when = prng.pick(moments);
  let isDead = false;
  let end: () => void = () => undefined;
  const hasDied = new Promise<void>((resolve) => {
    end = resolve;
  });
  const dying = await stage.instance((moment) => {
    isDead ||= moment === when;
    if (!isDead) return;
    end();
    return new Promise(() => undefined);
  });
  await Promise.race([dying.runDue(), hasDied]);
  isDead = true;
  // While the others do not know of it yet they leave what it had alone.
  if (prng.chance(0.5)) await outbox.runDue();
  await dying.die();
  if (prng.chance(0.15)) await stage.reopenDatabase();
}

async function comeToAnEnd({ location, outbox }: Storm): Promise<void> {
  for (let passedMs = 0; passedMs < longestMs; passedMs += 2 * minute) {
    await outbox.runDue();
    const rows = await rowsOf(location);
    if (
      rows.every(
        ({ state, checkAt }) => state !== 'held' && state !== 'sending' && (state !== 'unclear' || !checkAt),
      )
    )
      return;
    await location.later(2 * minute);
  }
}

async function rowsOf(location: StageLocation): Promise<SendRow[]> {
  const db = await database();
  return db
    .select()
    .from(sends)
    .where(eq(sends.locationId, location.locationId))
    .orderBy(asc(sends.createdAt));
}

/** What must hold however it stormed. */
async function faultsOf({ location, sends: known }: Storm): Promise<string[]> {
  const rows = await rowsOf(location);
  const accepted = await location.accepted();
  const faults: string[] = [];
  if (rows.length !== known.length) faults.push(`${known.length} were taken over, ${rows.length} are there`);
  const claimed = rows.flatMap(({ emailId, messageId }) => emailId ?? messageId ?? []);
  if (new Set(claimed).size !== claimed.length) faults.push('one message is two sends');
  for (const mark of new Set(rows.map(({ request }) => request.text))) {
    const of = rows.filter(({ request }) => request.text === mark);
    const times = accepted.filter((one) => `${one.message}${one.html}`.includes(mark)).length;
    const states = of
      .map(({ state, errorCode }) => `${state}${errorCode ? ` (${errorCode})` : ''}`)
      .join(', ');
    const say = (what: string) => faults.push(`${mark}: ${what}; accepted ${times} times, ${states}`);
    const surely = of.filter(({ state }) => state === 'sent').length;
    const perhaps = of.filter(({ state }) => state === 'unclear').length;
    if (of.some(({ state }) => state === 'held' || state === 'sending')) say('came to no end');
    if (times > surely + perhaps) say('was sent although it says that it was not, or twice');
    if (times < surely) say('says that it was sent and was not');
    if (of.length === 1 && perhaps === 1 && times === 1) say('stands in the thread and was not found');
  }
  return faults;
}

function uuidOf(prng: Prng): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => prng.between(0, 15).toString(16));
}
