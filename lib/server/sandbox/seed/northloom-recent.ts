import 'server-only';
import { letter, outlookReply, plainReply, signature } from './mail-html';
import { auto, call, d, h, m, mail, type SeedThread, scheduled, them, us } from './seed-thread';

/** The rest of the first screen of the list. */
export const recentThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Devon',
      last: 'Pryce',
      phone: '+15035550133',
      otherPhones: ['+15035550134'],
      email: 'devon.pryce@mail.example',
      owner: 'jonas',
      tags: ['groom'],
    },
    lines: [
      call('them', h(2.2), null, 'no-answer'),
      them(h(2.1), 'Tried to call, nobody picked up. It is about the suit for my dad, he is 6\'5" 😬'),
      us('jonas', h(1), 'We will call you back at four', { status: 'sent' }),
      scheduled(
        'jonas',
        h(5),
        'Hi Devon, we have three cuts in 48 long here. Would Tuesday at 5 work for your dad?',
      ),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    unread: 1,
    starred: true,
    person: {
      first: 'Noor',
      last: 'Haddad',
      phone: '+971505550118',
      email: 'noor@haddad.example',
      country: 'AE',
      timezone: 'Asia/Dubai',
      tags: ['destination wedding'],
    },
    lines: [
      them(d(2), 'Salam! We marry in Dubai in March. Do you ship gowns abroad, insured?'),
      us(
        'priya',
        d(2) - h(1),
        'Salam Noor! We do, with DHL, insured to the full value. It takes four days.',
        { status: 'read' },
      ),
      them(h(3.2), 'Good. And who does the last fitting there? 🌙', { files: ['venue-dubai.png'] }),
      them(h(3), 'My cousin knows a seamstress, could you talk to her?'),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: {
      first: 'Bright Smile',
      last: 'Dental',
      email: 'events@brightsmile.example',
      phone: '+15035550160',
      company: 'Bright Smile Dental',
      owner: 'mika',
      tags: ['partner'],
      source: 'Referral',
    },
    lines: [
      mail(
        'them',
        d(3),
        'fair',
        'Bridal fair in January: shared booth?',
        outlookReply(
          'Hello Mika,\nwe would like to share a booth at the fair again. Same split as last year?\nBest regards,\nDr. Lena Voss',
          'Mika Kaur',
          'Monday, February 2, 2026 10:04',
          'Thank you for a great fair',
          '<p class="MsoNormal">Dear Lena, thank you for a great fair. Let us do it again!</p>',
        ),
        {
          cc: ['office@brightsmile.example', 'lena.voss@brightsmile.example'],
          files: ['booth-plan.png', 'fair-terms.pdf'],
        },
      ),
      mail(
        'mika',
        h(4),
        'fair',
        'Re: Bridal fair in January: shared booth?',
        letter(
          'Hi Lena,',
          'Yes to all of it. I signed the terms, the plan looks good.',
          signature('Mika Kaur', 'Studio lead'),
        ),
        { cc: ['office@brightsmile.example'], files: ['fair-terms-signed.pdf'], status: 'delivered' },
      ),
    ],
  },
  {
    channel: 'TYPE_INSTAGRAM',
    person: { first: 'Sofia', last: 'Marino', source: 'Instagram', tags: ['bridesmaids'], hasPhoto: true },
    lines: [
      them(d(1), 'Ciao! Il vestito verde della storia di ieri c’è ancora?'),
      us('mika', d(1) - h(1), 'Ciao Sofia! Sì, in taglia 40 e 44. Passi a provarlo?', { status: 'read' }),
      them(h(6), 'Vengo domani alle 15, va bene?'),
      us('mika', h(5.8), 'Perfetto, ti aspettiamo 💚', { status: 'read' }),
      them(h(5.5), 'Grazie! A domani'),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    person: {
      first: 'Oleksandr',
      last: 'Shevchenko-Wielkopolski',
      phone: '+48505550164',
      country: 'PL',
      timezone: 'Europe/Warsaw',
      owner: 'priya',
    },
    lines: [
      them(d(3) + h(2), 'Добрий день! Чи можна приміряти смокінг у вівторок?'),
      us('priya', d(3) + h(1), 'Good day! Yes, Tuesday at 17:00. Please bring the shirt you will wear.', {
        status: 'read',
      }),
      them(d(3), 'Дякую, буду о 17:00'),
      us('priya', d(3) - m(9), 'See you then 👋', { status: 'read' }),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: {
      first: '田中',
      last: '美咲',
      email: 'misaki.tanaka@mail.example',
      country: 'JP',
      timezone: 'Asia/Tokyo',
      source: 'Newsletter',
    },
    lines: [
      mail(
        'them',
        d(3) + h(7),
        'kimono',
        '打掛のレンタルについて',
        plainReply(
          'お世話になっております。田中です。\n12月の前撮りで白い打掛をお借りしたいのですが、試着は可能でしょうか。\nよろしくお願いいたします。',
          '2026/11/12 18:20',
          'Northloom Bridal <studio@northloom.example>'.replace(/</g, '&lt;'),
          ['Dear Misaki, thank you for joining our list.', 'Tell us what you are looking for.'],
        ),
        { files: ['uchikake-idea.png'] },
      ),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    person: {
      first: 'عمر',
      last: 'الفاروق',
      phone: '+962795550121',
      country: 'JO',
      timezone: 'Asia/Amman',
      tags: ['groom'],
    },
    lines: [
      them(d(6), 'السلام عليكم، هل البدلة الزرقاء متوفرة بمقاس 52؟'),
      us('priya', d(6) - h(1), 'وعليكم السلام! نعم، وسنرسلها غدا إن شئت. (DHL 7741)', { status: 'read' }),
      them(d(4), 'شكرا جزيلا، وصل الطلب اليوم'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Priya',
      last: 'Raman',
      phone: '+15035550151',
      email: 'priya.raman@mail.example',
      owner: 'jonas',
    },
    lines: [
      them(d(12), 'Can I book a veil consultation?'),
      us('jonas', d(12) - m(30), 'Of course! Tuesday at noon?'),
      them(d(12) - m(34), 'Works. Thank you'),
      auto(
        d(4) + h(2),
        'Appointment reminder: veil consultation tomorrow at 12:00 PM, Northloom Bridal, 412 NW Glisan St.',
      ),
    ],
  },
];
