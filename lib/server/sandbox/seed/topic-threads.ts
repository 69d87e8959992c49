import 'server-only';
import type { Prng } from '@/lib/server/sandbox/prng';
import { letter } from './mail-html';
import { firstNames, lastNames, mailNameOf } from './names';
import {
  d,
  h,
  m,
  type SeedLine,
  type SeedPerson,
  type SeedThread,
  type Staff,
  them,
  us,
} from './seed-thread';
import { speak, type TopicSet } from './topic';

const channels = [
  'TYPE_SMS',
  'TYPE_SMS',
  'TYPE_SMS',
  'TYPE_SMS',
  'TYPE_WHATSAPP',
  'TYPE_WHATSAPP',
  'TYPE_EMAIL',
  'TYPE_INSTAGRAM',
  'TYPE_FACEBOOK',
  'TYPE_LIVE_CHAT',
];
const owners: readonly (Staff | 'nobody')[] = ['mika', 'jonas', 'priya', 'nobody'];

/** Everyday conversations: people with one to three exchanges each, from hours to months ago. */
export function topicThreads(random: Prng, set: TopicSet, count: number, firstNumber: number): SeedThread[] {
  const firsts = random.shuffled(firstNames);
  const lasts = random.shuffled(lastNames);
  return Array.from({ length: count }, (_, i) => {
    const first = firsts[i % firsts.length] ?? 'Robin';
    const last = lasts[i % lasts.length] ?? 'Field';
    const channel = random.pick(channels);
    const isUnread = random.chance(0.22);
    const lines = writeExchanges(random, set, channel);
    return {
      channel,
      person: personOf(random, set, first, last, firstNumber + i),
      lines: isUnread
        ? [...lines, them(newestOf(lines) - m(2), random.pick(nudges), { via: textChannel(channel) })]
        : lines,
      unread: isUnread ? random.between(1, 2) : 0,
      starred: random.chance(0.08) ? true : undefined,
    };
  });
}

const nudges = [
  'Hello? 🙂',
  'Any news on this?',
  'Sorry, one more question',
  'Are you open today?',
  'Thanks again!',
];

function personOf(random: Prng, set: TopicSet, first: string, last: string, number: number): SeedPerson {
  const owner = random.pick(owners);
  return {
    first,
    last,
    phone: `+1503556${String(number).padStart(4, '0')}`,
    email: random.chance(0.75) ? `${mailNameOf(first, last)}@mail.example` : undefined,
    owner: owner === 'nobody' ? undefined : owner,
    tags: random.shuffled(set.tags).slice(0, random.between(0, 2)),
    city: random.chance(0.5) ? 'Portland' : undefined,
    hasPhoto: random.chance(0.15),
  };
}

function writeExchanges(random: Prng, set: TopicSet, channel: string): SeedLine[] {
  const lines: SeedLine[] = [];
  let agoMs = h(5) + d(random.next() * random.next() * 150);
  // From the newest exchange back to the oldest, each some days before the one after it.
  for (const topic of random.shuffled(set.topics).slice(0, random.between(1, 3))) {
    const spoken = speak(random, set, topic);
    const staff = random.pick(['mika', 'jonas', 'priya'] as const);
    let lineAgoMs = agoMs + m(spoken.length * 40);
    for (const [i, { isTheirs, text }] of spoken.entries()) {
      lineAgoMs -= m(random.between(2, 38));
      const files =
        !isTheirs && /photo|here (it|they|is)|edge/i.test(text) ? [random.pick(set.files)] : undefined;
      if (channel === 'TYPE_EMAIL') {
        lines.push(
          mailLine(isTheirs ? 'them' : staff, lineAgoMs, `t${agoMs}`, spoken[0]?.text ?? '', text, i, files),
        );
      } else {
        lines.push(isTheirs ? them(lineAgoMs, text) : us(staff, lineAgoMs, text, { files }));
      }
    }
    agoMs += d(random.between(4, 40));
  }
  return lines;
}

function mailLine(
  who: 'them' | Staff,
  agoMs: number,
  thread: string,
  first: string,
  text: string,
  index: number,
  files: string[] | undefined,
): SeedLine {
  const subject = first.length > 46 ? `${first.slice(0, 44).trimEnd()}…` : first;
  return {
    kind: 'mail',
    agoMs,
    who,
    thread,
    subject: index === 0 ? subject : `Re: ${subject}`,
    html: letter('Hello,', text, 'Kind regards'),
    files,
  };
}

function textChannel(channel: string): string {
  return channel === 'TYPE_EMAIL' ? 'TYPE_SMS' : channel;
}

function newestOf(lines: SeedLine[]): number {
  return Math.min(...lines.map((line) => line.agoMs));
}
