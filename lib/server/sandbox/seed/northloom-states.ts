import 'server-only';
import { letter, newsletter, plainReply, signature } from './mail-html';
import { auto, comment, d, event, h, m, mail, type SeedThread, scheduled, them, us } from './seed-thread';

/** Every state of a message, every kind of event, blocked contacts, hard mail, and placeholders without messages. */
export const stateThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Camille',
      last: 'Laurent',
      phone: '+15035550108',
      email: 'camille@laurent.example',
      owner: 'priya',
    },
    lines: [
      event(
        'OPPORTUNITY',
        d(8),
        'Opportunity created',
        'opportunity_created',
        'Gown order, $2,870 moved to "Quote sent"',
      ),
      event('INVOICE', d(7), 'Invoice sent', 'invoice_sent', 'Invoice NL-1093 for $1,435.00 was sent', {
        amount: 1435,
      }),
      event(
        'PAYMENT',
        d(6),
        'Payment received',
        'payment_received',
        'Payment of $1,435.00 received by card',
        { amount: 1435 },
      ),
      us('priya', d(6) - m(5), 'Got your deposit, Camille. The atelier starts on Monday!'),
      event(
        'EMPLOYEE_ACTION_LOG',
        d(5),
        'Owner changed',
        'owner_changed',
        'Priya Nair took over from Jonas Reyes',
      ),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Theo', last: 'Vandermeer', phone: '+15035550115', tags: ['groom'] },
    lines: [
      event(
        'APPOINTMENT',
        d(11),
        'New appointment created',
        'appointment_created',
        'Suit fitting with Jonas Reyes',
        {
          appointmentTitle: 'Suit fitting',
          members: {},
        },
      ),
      event(
        'CONTACT',
        d(11) - m(1),
        'Contact created',
        'contact_created',
        'Theo Vandermeer was added by the booking page',
      ),
    ],
  },
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: {
      first: 'Zanele',
      last: 'Khumalo',
      phone: '+27825550171',
      country: 'ZA',
      timezone: 'Africa/Johannesburg',
    },
    lines: [
      them(d(6) + h(1), 'Testing a new kind of message', { via: 'TYPE_HOLOGRAM' }),
      them(d(6), 'Did you see it? My phone sends these now 🤷🏾‍♀️'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Gloria', last: 'Estévez', phone: '+15035550199', tags: ['wrong number'] },
    lines: [
      us('jonas', d(2) + h(2), 'Hi Gloria, your veil has arrived!', { status: 'undelivered' }),
      us('jonas', d(2) + h(1.8), 'Trying again: your veil has arrived.', { status: 'failed' }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Marcus',
      last: 'Tan',
      phone: '+15035550128',
      owner: 'mika',
      blocked: ['SMS'],
      email: 'marcus@tan.example',
    },
    lines: [
      them(d(20), 'Please no more texts at 7 am'),
      us('mika', d(20) - m(20), 'Understood, Marcus, we switched texts off. Email is still open.', {
        via: 'TYPE_SMS',
      }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Deborah',
      last: 'Lindgren',
      phone: '+15035550127',
      hasOptedOutOf: ['SMS'],
      tags: ['spring-promo'],
    },
    lines: [
      auto(d(28), 'Northloom trunk show this weekend: 15% off all samples. Reply STOP to opt out.', {
        via: 'TYPE_CAMPAIGN_SMS',
      }),
      them(d(28) - m(4), 'STOP', { status: 'delivered' }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Walter', last: 'Grimes', phone: '+15035550126', isBlockedEverywhere: true },
    lines: [them(d(60), 'Wrong person, please delete my number.')],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Keisha',
      last: 'Monroe',
      phone: '+15035550131',
      email: 'keisha@monroe.example',
      owner: 'mika',
    },
    starred: true,
    lines: [
      them(d(1) + h(6), 'The zip is stuck and the rehearsal dinner is TOMORROW'),
      us('mika', d(1) + h(5.9), 'Come by any time before eight, we fix it while you wait.'),
      comment(
        'mika',
        d(1) + h(5.8),
        '@{priya} Keisha comes with a stuck zip, please keep the small iron on.',
      ),
      comment('priya', d(1) + h(5), 'Fixed. It was thread, not the zip. No charge.'),
      us('priya', d(1) + h(4.9), 'All smooth again. Have the best dinner!', { status: 'queued' }),
      scheduled('priya', h(26), 'Keisha, how was it? We would love a photo for the wall.'),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    unread: 1,
    person: {
      first: 'Wedding Weekly',
      email: 'news@wedding-weekly.example',
      company: 'Wedding Weekly',
      tags: ['press'],
    },
    lines: [
      mail(
        'them',
        h(10),
        'issue',
        'The autumn issue: velvet, vows and very small cakes',
        newsletter('Velvet, vows and very small cakes', 'What the coming season wears, eats and dances to.', [
          {
            title: 'Seven velvets that do not crease',
            text: 'We slept in all of them.',
            image: 'velvet.png',
            link: 'velvet',
          },
          {
            title: 'Vows in two languages',
            text: 'How to keep both grandmothers happy.',
            image: 'vows.png',
            link: 'vows',
          },
          {
            title: 'Studios we love: Northloom',
            text: 'A quiet room in Portland.',
            image: 'studio.png',
            link: 'northloom',
          },
        ]),
      ),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: {
      first: 'Atelier',
      last: 'Moreau',
      email: 'orders@atelier-moreau.example',
      company: 'Atelier Moreau',
      tags: ['supplier'],
    },
    lines: [
      mail(
        'jonas',
        d(9),
        'lace',
        'Lace order NL-77',
        letter(
          'Bonjour,',
          'please add 6 m of the Calais lace to NL-77.',
          signature('Jonas Reyes', 'Alterations'),
        ),
      ),
      mail(
        'them',
        d(8),
        'lace',
        'Re: Lace order NL-77',
        plainReply(
          'Bonjour Jonas,\nnoted, 6 m. It leaves Lyon on Thursday. Invoice attached.\nÉlise',
          'Wed, 11 Nov 2026 at 10:02',
          'Jonas Reyes',
          ['Bonjour,', 'please add 6 m of the Calais lace to NL-77.'],
        ),
        { files: ['facture-5531.pdf', 'calais-lace.png', 'care.txt'] },
      ),
      mail('jonas', d(8) - h(2), 'lace', 'Re: Lace order NL-77', letter('Merci Élise!'), {
        status: 'opened',
      }),
      mail(
        'them',
        d(2),
        'strike',
        'Delay at the port',
        letter('Dear partners,', 'because of the strike all parcels are three days late.'),
      ),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: { first: 'Patricia', last: 'Holloway', email: 'patricia@bounce.example', phone: '+15035550125' },
    lines: [
      mail(
        'priya',
        d(12),
        'invoice',
        'Your invoice NL-1088',
        letter('Dear Patricia,', 'please find your invoice attached.'),
        {
          files: ['invoice-NL-1088.pdf'],
          status: 'failed',
        },
      ),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Isla',
      last: 'Campbell',
      phone: '+15035550124',
      email: 'isla@campbell.example',
      source: 'Import',
    },
    madeAgoMs: d(30),
    lines: [],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Rafael', last: 'Ortega', phone: '+15035550122', source: 'Import' },
    madeAgoMs: d(33),
    lines: [],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Beatrix',
      last: 'Van Houten',
      email: 'bea@vanhouten.example',
      source: 'Import',
      tags: ['fair 2026'],
    },
    madeAgoMs: d(1) + h(10),
    lines: [],
  },
];
