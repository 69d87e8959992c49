import 'server-only';
import { malikTalk } from './call-talks';
import { auto, call, d, h, m, type SeedThread, them, us, voicemail } from './seed-thread';

/** One of every channel. */
export const channelThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_LIVE_CHAT',
    unread: 1,
    person: { first: 'Visitor', last: '4821', visitorId: 'vS8kQ2mZr5TtY1pLw9Xd', source: 'Chat widget' },
    lines: [
      {
        kind: 'text',
        agoMs: m(52),
        who: 'auto',
        via: 'TYPE_LIVE_CHAT_INFO_MESSAGE',
        text: 'Visitor opened the chat on /gowns/marisol',
      },
      them(m(51), 'hi, do you have plus sizes to try on or only to order?'),
      us('priya', m(50), 'Hello! We keep sample gowns up to size 28 here in the studio.'),
      them(m(47), 'oh wow ok. most shops stop at 14'),
    ],
  },
  {
    channel: 'TYPE_WEBCHAT',
    person: {
      first: 'Hannah',
      last: 'Weiss',
      phone: '+15035550123',
      email: 'hannah.weiss@mail.example',
      source: 'Chat widget',
    },
    lines: [
      them(d(1) + h(3), 'Hello, I left my number in the widget: can someone text me about veils?'),
      us('jonas', d(1) + h(1), 'Hi Hannah, Jonas from Northloom here. Short or cathedral?', {
        via: 'TYPE_SMS',
      }),
      them(d(1), 'Cathedral. With the scalloped edge if you have it', { via: 'TYPE_SMS' }),
    ],
  },
  {
    channel: 'TYPE_GMB',
    unread: 1,
    person: { first: 'Curtis', last: 'Bell', source: 'Google Business', tags: ['walk-in'] },
    lines: [
      them(h(7), 'Do you take walk ins on Sunday?'),
      us('priya', h(6.5), 'Sundays are by appointment, but we had a cancellation: 1 PM?', {
        status: 'delivered',
      }),
      them(h(6.4), '1 PM is good'),
    ],
  },
  {
    channel: 'TYPE_REVIEW',
    unread: 1,
    person: { first: 'Gwendolyn', last: 'Achterberg', source: 'Google review' },
    lines: [
      them(
        h(20),
        '★★★★★ Mika found my dress in twenty minutes after eleven shops could not. The hem is perfect. Only the parking is a pain.',
        { meta: { review: { rating: 5, provider: 'google' } } },
      ),
    ],
  },
  {
    channel: 'TYPE_REVIEW',
    person: { first: 'Todd', last: 'Marchetti', source: 'Google review' },
    lines: [
      them(d(16), '★★☆☆☆ Beautiful gowns, but my fiancée waited forty minutes past her appointment.', {
        meta: { review: { rating: 2, provider: 'google' } },
      }),
      us(
        'mika',
        d(15),
        'Todd, you are right and we are sorry. We now keep half an hour free between fittings.',
        {
          via: 'TYPE_REVIEW',
        },
      ),
    ],
  },
  {
    channel: 'TYPE_CALL',
    unread: 1,
    person: { first: 'Ruth', last: 'Abernathy', phone: '+15035550129', tags: ['mother of the bride'] },
    lines: [
      call('them', d(3), 421),
      call('jonas', d(2), 38, 'completed', { isNeverTranscribed: true }),
      call('them', h(2.6), null, 'no-answer'),
    ],
  },
  {
    channel: 'TYPE_CALL',
    unread: 1,
    person: { first: 'Malik', last: 'Johnson', phone: '+15035550167' },
    lines: [
      call('them', h(16), null, 'no-answer'),
      voicemail(h(15.9), 34, 'TYPE_VOICEMAIL', { talk: malikTalk }),
    ],
  },
  {
    channel: 'TYPE_CALL',
    person: { phone: '+15415550104', source: 'Inbound call' },
    lines: [voicemail(d(9), 12, 'TYPE_CAMPAIGN_VOICEMAIL'), call('priya', d(9) - h(1), 0, 'busy')],
  },
  {
    channel: 'TYPE_GROUP_SMS',
    person: { first: 'Bridesmaids', last: 'of Talia (4)', phone: '+15035550138', tags: ['group'] },
    lines: [
      us('mika', d(2) + h(8), 'Hi all! The sage dresses are here. Who can try on Friday?'),
      them(d(2) + h(7.5), 'Talia: me!! all day'),
      them(d(2) + h(7), 'Imani: after 4'),
      them(d(2) + h(6), 'Brooke: flying in Saturday, sorry'),
      us('mika', d(2) + h(5), 'Friday 4:30 for three, Saturday 10 for Brooke. Done 💚'),
    ],
  },
  {
    channel: 'TYPE_RCS',
    person: { first: 'Yusuf', last: 'Demir', phone: '+15035550184', owner: 'jonas' },
    lines: [
      us('jonas', d(4) + h(6), 'Your tuxedo is pressed and ready.', {
        status: 'read',
        files: ['tuxedo-ready.png', 'lapel.png', 'cuffs.png', 'pick-up-slip.pdf'],
      }),
      them(d(4) + h(5.6), 'Looks sharp! Picking it up at 6'),
      them(d(4) + h(5.5), 'One thing about the cuffs', { files: ['voice-note.wav'] }),
    ],
  },
  {
    channel: 'TYPE_TIKTOK',
    unread: 1,
    person: { first: 'kayleigh.weds', source: 'TikTok' },
    lines: [
      them(h(8), 'ok the twirl video?? is that dress under 2k'),
      them(h(8) - m(1), 'asking for me. i am the friend'),
    ],
  },
  {
    channel: 'TYPE_FACEBOOK_COMMENT',
    person: { first: 'Renée', last: 'Dubois', source: 'Facebook' },
    lines: [
      them(d(5) + h(2), 'Is the open day also for grooms?'),
      us('priya', d(5), 'Very much so, Renée! Suits are on the second floor.', {
        via: 'TYPE_FACEBOOK_COMMENT',
      }),
    ],
  },
  {
    channel: 'TYPE_INSTAGRAM_COMMENT',
    unread: 1,
    person: { first: 'bride_in_boots', source: 'Instagram' },
    lines: [them(h(26), 'need this with cowboy boots 🤠 price?')],
  },
  {
    channel: 'TYPE_FORM_SUBMISSION',
    unread: 1,
    person: {
      first: 'Ingrid',
      last: 'Sørlie',
      phone: '+15035550147',
      email: 'ingrid@sorlie.example',
      source: 'Website form',
    },
    lines: [
      them(
        h(4.4),
        'Form: Book a consultation\nWedding date: 22 May 2027\nParty of: 4\nBudget: $2,000-3,000\nPhone: +1 503 555 0147\nNotes: vegan silk only',
      ),
      auto(h(4.3), 'Hi Ingrid, thanks for your request! We will text you within two hours.', {
        via: 'TYPE_SMS',
      }),
    ],
  },
];
