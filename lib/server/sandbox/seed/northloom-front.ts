import 'server-only';
import { amaraTalk } from './call-talks';
import { gmailReply, letter, signature } from './mail-html';
import { auto, call, comment, d, event, h, m, mail, type SeedThread, them, us } from './seed-thread';

const fittingInvite = letter(
  'Dear Amara,',
  'Your second fitting is on <b>Saturday at 11:00</b>. Please bring the shoes you will wear, so that we can pin the hem.',
  'The ivory sample you liked is still here in your size.',
  signature('Mika Kaur', 'Studio lead'),
);

const quote = letter(
  'Hi Lucía,',
  'Thank you for coming in on Wednesday! Here is the quote for the Marisol gown with the lace sleeves:',
  '<table border="1" cellpadding="6" style="border-collapse:collapse"><tr><th align="left">Item</th><th>Price</th></tr>' +
    '<tr><td>Marisol gown, silk crepe</td><td align="right">$2,480</td></tr>' +
    '<tr><td>Lace sleeves, detachable</td><td align="right">$390</td></tr>' +
    '<tr><td>Alterations, three fittings</td><td align="right">$420</td></tr>' +
    '<tr><td><b>Total</b></td><td align="right"><b>$3,290</b></td></tr></table>',
  'It is valid for thirty days. Half is due when you order, the rest before the last fitting.',
  signature('Mika Kaur', 'Studio lead'),
);

/** The conversations at the top of the list: what a person sees first. */
export const frontThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_SMS',
    unread: 2,
    person: {
      first: 'Amara',
      last: 'Okafor',
      phone: '+15035550142',
      email: 'amara@okafor.example',
      company: 'Okafor Textiles',
      tags: ['vip', 'spring-promo', 'size 38'],
      owner: 'mika',
      city: 'Portland',
      state: 'OR',
      timezone: 'America/Los_Angeles',
      hasOptedOutOf: ['WhatsApp'],
      hasPhoto: true,
    },
    following: ['jonas'],
    lines: [
      them(
        d(21),
        'Hello! My sister got her dress from you two years ago. Do you have appointments in November?',
      ),
      us(
        'mika',
        d(21) - m(12),
        'Hi Amara, how lovely! Yes, Saturday the 7th at 11 or 2:30. Which one suits you?',
      ),
      them(d(21) - m(15), '2:30 please. We will be three.'),
      event(
        'APPOINTMENT',
        d(21) - m(18),
        'New appointment created',
        'appointment_created',
        'First consultation',
        {
          appointmentTitle: 'First consultation',
          members: {},
        },
      ),
      auto(
        d(14) + h(3),
        'Hi Amara, a reminder of your consultation at Northloom tomorrow at 2:30 PM. Reply C to confirm.',
      ),
      them(d(14) + h(2.9), 'C'),
      mail('mika', d(5), 'fitting', 'Your fitting on Saturday', fittingInvite, {
        cc: ['studio@northloom.example'],
        files: ['fitting-checklist.pdf'],
      }),
      mail(
        'them',
        d(4) - h(6),
        'fitting',
        'Re: Your fitting on Saturday',
        gmailReply(
          'Saturday is fine. I will bring the shoes, could you hold the ivory one for me as well?',
          'Sun, Nov 15, 2026 at 9:12 AM',
          'Mika Kaur &lt;mika@northloom.example&gt;',
          fittingInvite,
        ),
        { cc: ['studio@northloom.example'] },
      ),
      call('mika', h(1.4), 192, 'completed', { talk: amaraTalk }),
      event('CONTACT', h(1.2), 'Contact tagged', 'contact_tagged', 'Contact tagged VIP by Mika Kaur'),
      comment('mika', h(1.1), '@{jonas} please reserve the ivory, size 38, until Sunday.'),
      us('mika', h(1), 'All set, Amara. The ivory one is on hold for you until Sunday.'),
      them(m(3), 'Thank you!! One more thing'),
      them(m(2), 'Could we move the fitting to Thursday?'),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    unread: 1,
    person: {
      first: 'Lucía',
      last: 'Fernández',
      email: 'lucia.fernandez@correo.example',
      phone: '+15035550177',
      tags: ['quote sent'],
      city: 'Beaverton',
      state: 'OR',
    },
    lines: [
      mail(
        'them',
        d(6),
        'quote',
        'Quote for the Marisol gown',
        letter(
          'Hello,',
          'could you send me a quote for the Marisol with lace sleeves? We marry on 12 June.',
          'Lucía',
        ),
      ),
      mail('mika', d(5), 'quote', 'Re: Quote for the Marisol gown', quote, {
        files: ['quote-2214.pdf'],
        status: 'clicked',
      }),
      mail(
        'them',
        m(14),
        'quote',
        'Re: Quote for the Marisol gown',
        gmailReply(
          'Thank you, Mika! It is a little over what we planned. Would the gown without the sleeves be possible, and the ' +
            'sleeves added later if my mother insists? 😅<br><br>Abrazos,<br>Lucía',
          'Sun, Nov 15, 2026 at 4:40 PM',
          'Mika Kaur &lt;mika@northloom.example&gt;',
          quote,
        ),
        { cc: ['carmen.fernandez@correo.example'], files: ['sleeves-idea.png'] },
      ),
    ],
  },
  {
    channel: 'TYPE_FACEBOOK',
    unread: 1,
    person: { first: 'Nadia', last: 'Brandt', tags: ['order 88-1204'], source: 'Facebook', hasPhoto: true },
    lines: [
      them(d(9), 'Hi, I ordered the pearl belt on your page. When does it ship?'),
      us('priya', d(9) - h(2), 'Hi Nadia! It leaves us on Friday. You will get a tracking number by email.', {
        status: 'read',
      }),
      them(d(9) - h(3), 'Super, thanks'),
      them(m(38), 'Is the order 88-1204 on its way?'),
    ],
  },
];
