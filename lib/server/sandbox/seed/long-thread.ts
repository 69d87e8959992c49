import 'server-only';
import type { Prng } from '@/lib/server/sandbox/prng';
import { bridalTopics } from './bridal-topics';
import { call, comment, d, h, m, type SeedLine, type SeedThread, them, us } from './seed-thread';
import { speak } from './topic';

const staffNames = ['mika', 'mika', 'priya', 'jonas'] as const;
const ramblings = [
  'Long one, sorry. So: the planner thinks ivory is too yellow for the room because of the lamps, the photographer thinks white is ' +
    'too blue because of the windows, and my mother thinks both are wrong because she wore cream in 1989 and it was "perfect". ' +
    'Could we lay the three swatches on the table at four in the afternoon, take one picture, and let that decide? I would ' +
    'rather argue with a picture than with my family.',
  'Update on the bridesmaids of the June wedding:\n- Ada: 36, likes the long one\n- Femi: 42, pregnant, will be 7 months by then\n' +
    '- Lotte: somewhere between 38 and 40, refuses to be measured by phone\n- Rose: 44, wants pockets\nCan all four be made from the same bolt?',
  'I read your care sheet twice. What does "do not steam from the inside" mean for a gown with a lining, and does the hotel iron count as steam?',
];

/** One customer, a wedding planner, with a thread of many months: for scrolling, paging and long days. */
export function longThread(random: Prng, count: number): SeedThread {
  const lines: SeedLine[] = [];
  const months = d(240);
  let agoMs = months;
  while (lines.length < count) {
    const left = count - lines.length;
    const exchange = exchangeAt(random, agoMs).slice(0, left);
    lines.push(...exchange);
    agoMs -= (months - h(30)) / (count / 5.2);
    agoMs = Math.max(agoMs, h(30));
  }
  return {
    channel: 'TYPE_SMS',
    starred: true,
    person: {
      first: 'Hannah',
      last: 'Lindqvist',
      phone: '+15035550111',
      email: 'hannah@lindqvist-weddings.example',
      company: 'Lindqvist Weddings',
      tags: ['planner', 'partner', 'vip'],
      owner: 'mika',
      city: 'Portland',
      state: 'OR',
      timezone: 'America/Los_Angeles',
      hasPhoto: true,
    },
    following: ['priya'],
    lines,
  };
}

function exchangeAt(random: Prng, startAgoMs: number): SeedLine[] {
  const staff = random.pick(staffNames);
  if (random.chance(0.06))
    return [call(random.chance(0.5) ? 'them' : staff, startAgoMs, random.between(20, 900))];
  if (random.chance(0.05))
    return [
      comment(
        staff,
        startAgoMs,
        'Hannah books for several couples: check which one before you promise a date.',
      ),
    ];
  if (random.chance(0.05))
    return [
      them(startAgoMs, random.pick(ramblings)),
      us(staff, startAgoMs - m(25), 'Noted, all of it. Answer tonight.'),
    ];

  const via = random.chance(0.12) ? 'TYPE_WHATSAPP' : undefined;
  let agoMs = startAgoMs;
  return speak(random, bridalTopics, random.pick(bridalTopics.topics)).map(({ isTheirs, text }) => {
    agoMs -= m(random.between(1, 50));
    const files = random.chance(0.05) ? [random.pick(bridalTopics.files)] : undefined;
    return isTheirs ? them(agoMs, text, { via, files }) : us(staff, agoMs, text, { via, files });
  });
}
