import 'server-only';
import { desmondTalk } from './call-talks';
import { letter, plainReply } from './mail-html';
import {
  auto,
  call,
  comment,
  d,
  event,
  h,
  m,
  mail,
  type SeedThread,
  them,
  us,
  voicemail,
} from './seed-thread';

/** The second location: another trade in another time zone, so that a mix-up is seen at once. */
export const harborThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: {
      first: 'Evelyn',
      last: 'Thatcher',
      phone: '+12075550112',
      email: 'evelyn@thatcher.example',
      owner: 'priya',
      tags: ['recall due'],
    },
    lines: [
      auto(d(1), 'Hi Evelyn, your cleaning at Harbor Dental is tomorrow at 9:20 AM. Reply C to confirm.'),
      them(d(1) - h(1), 'C'),
      them(m(6), 'Is the harbor lot closed today? I see cones everywhere'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: { first: 'Desmond', last: 'Clarke', phone: '+12075550119', tags: ['emergency'] },
    lines: [
      call('them', h(1), null, 'no-answer'),
      voicemail(m(58), 21, 'TYPE_VOICEMAIL', { talk: desmondTalk }),
      them(m(55), 'A filling fell out, it is not hurting yet'),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: {
      first: 'Northeast',
      last: 'Dental Lab',
      email: 'cases@nedentallab.example',
      company: 'Northeast Dental Lab',
      tags: ['lab'],
    },
    lines: [
      mail(
        'jonas',
        d(3),
        'case',
        'Case 4471: shade',
        letter('Hello,', 'shade A2 please, not A3. Photo attached.'),
        { files: ['shade.png'] },
      ),
      mail(
        'them',
        d(2),
        'case',
        'Re: Case 4471: shade',
        plainReply('A2 it is. Ships Thursday.', 'Tue, Nov 17, 2026 at 8:12 AM', 'Harbor Dental', [
          'shade A2 please, not A3.',
        ]),
        { files: ['case-4471.pdf'] },
      ),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    person: {
      first: 'Paulo',
      last: 'Tavares',
      phone: '+351915550143',
      country: 'PT',
      timezone: 'Europe/Lisbon',
    },
    lines: [
      them(d(2), 'Olá! Vou visitar o meu filho em Portland, é possível uma limpeza em dezembro?'),
      us('priya', d(2) - h(1), 'Olá Paulo! Sim, dia 10 às 9:20. Serve?', { status: 'read' }),
      them(d(2) - h(2), 'Serve muito bem, obrigado'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Marguerite', last: 'Boucher', phone: '+12075550133', owner: 'mika', tags: ['anxious'] },
    lines: [
      us('mika', d(4), 'Your estimate is ready, Marguerite.', { files: ['estimate.pdf'] }),
      comment('mika', d(4) - m(4), '@{jonas} she prefers the first slot of the day.'),
      event('APPOINTMENT', d(3), 'New appointment created', 'appointment_created', 'Crown, first visit'),
      them(d(3) - h(1), 'First slot, you remembered. Thank you'),
    ],
  },
  {
    channel: 'TYPE_REVIEW',
    unread: 1,
    person: { first: 'Kip', last: 'Sorensen', source: 'Google review' },
    lines: [
      them(h(18), '★★★★★ My son asked when he may go back. To a dentist.', {
        meta: { review: { rating: 5, provider: 'google' } },
      }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: { phone: '+12075550144', source: 'Inbound call' },
    lines: [them(h(5), 'new here, do you take walk ins for kids')],
  },
  {
    channel: 'TYPE_INSTAGRAM',
    person: { first: 'june.and.the.sea', source: 'Instagram' },
    lines: [
      them(d(6), 'do you do tooth gems 💎'),
      us('priya', d(6) - h(1), 'We do! The gentle kind, they come off again.', { status: 'read' }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Otis', last: 'Grant', phone: '+12075550151', blocked: ['SMS', 'Call'] },
    lines: [us('jonas', d(30), 'Otis, your insurance card expired. Could you send the new one?')],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Lorraine', last: 'Peck', phone: '+12075550152', source: 'Import' },
    madeAgoMs: d(20),
    lines: [],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Vikram', last: 'Desai', email: 'vikram@desai.example', source: 'Import' },
    madeAgoMs: d(22),
    lines: [],
  },
];
