import 'server-only';
import { d, h, m, type SeedThread, them, us } from './seed-thread';

/** People from everywhere: scripts that run right to left, have no spaces, combine, or are long. */
export const worldThreads: readonly SeedThread[] = [
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: {
      first: 'נועה',
      last: 'בן־דוד',
      phone: '+972545550112',
      country: 'IL',
      timezone: 'Asia/Jerusalem',
    },
    lines: [
      them(d(5), 'היי, אפשר לקבוע מדידה ליום חמישי ב־16:00?'),
      us('mika', d(5) - h(2), 'Hi Noa! Thursday 4 PM is yours. Please bring the shoes.'),
      them(h(9), 'מעולה, תודה! האם יש חניה ליד? (NW Glisan 412)'),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    person: {
      first: '王',
      last: '雅婷',
      phone: '+886925550188',
      country: 'TW',
      timezone: 'Asia/Taipei',
      owner: 'priya',
    },
    lines: [
      them(d(7), '你好，請問可以視訊看婚紗嗎？我們人在台北，下個月才會到波特蘭。'),
      us('priya', d(7) - h(5), '您好！可以的，週三晚上七點（台北時間）方便嗎？', { status: 'read' }),
      them(d(7) - h(6), '可以，謝謝你們！另外想問頭紗有沒有三米長的。'),
    ],
  },
  {
    channel: 'TYPE_INSTAGRAM',
    person: {
      first: '지우',
      last: '김',
      country: 'KR',
      timezone: 'Asia/Seoul',
      source: 'Instagram',
      hasPhoto: true,
    },
    lines: [
      them(d(8), '안녕하세요! 피드에 올라온 A라인 드레스 가격이 궁금해요 🥹'),
      us('mika', d(8) - h(3), 'Hello Jiwoo! That one is $1,950, alterations included.', { status: 'read' }),
      them(d(8) - h(4), '감사합니다, 언니랑 상의해 볼게요!'),
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    unread: 3,
    person: { first: 'अनन्या', last: 'शर्मा', phone: '+919855550146', country: 'IN', timezone: 'Asia/Kolkata' },
    lines: [
      them(d(1) + h(4), 'नमस्ते! क्या आप लाल रंग में दुल्हन का दुपट्टा बना सकते हैं?'),
      us('priya', d(1) + h(2), 'नमस्ते अनन्या! हाँ, ज़री के साथ भी। कब तक चाहिए?', { status: 'read' }),
      them(h(11), '15 जनवरी तक'),
      them(h(11) - m(1), 'माँ की एक फ़ोटो भेज रही हूँ', { files: ['dupatta-maa.png'] }),
      them(h(11) - m(2), 'बिल्कुल ऐसा ही 🙏🏽'),
    ],
  },
  {
    channel: 'TYPE_EMAIL',
    person: {
      first: 'Ελένη',
      last: 'Παπαδοπούλου',
      email: 'eleni.p@mail.example',
      country: 'GR',
      phone: '+306955550102',
    },
    lines: [
      them(d(10), 'Καλημέρα! Μπορώ να αλλάξω το ραντεβού μου για την Παρασκευή;', { via: 'TYPE_SMS' }),
      us('jonas', d(10) - h(2), 'Καλημέρα Ελένη! Yes, Friday at 10:00 is free.', { via: 'TYPE_SMS' }),
      them(d(10) - h(3), 'Τέλεια, ευχαριστώ πολύ!', { via: 'TYPE_SMS' }),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Ольга',
      last: 'Кузнецова',
      phone: '+15035550119',
      tags: ['alterations'],
      owner: 'jonas',
    },
    lines: [
      them(d(13), 'Здравствуйте, платье готово? Свадьба уже 28-го.'),
      us('jonas', d(13) - m(40), 'Hello Olga, it is ready on Wednesday from noon.'),
      them(d(13) - m(55), 'Спасибо, заберу в среду после шести.'),
      us('jonas', d(13) - m(60), 'We are here till seven. See you!'),
    ],
  },
  {
    channel: 'TYPE_FACEBOOK',
    unread: 1,
    person: { first: 'พิมพ์ชนก', last: 'ศรีสุวรรณ', country: 'TH', timezone: 'Asia/Bangkok', source: 'Facebook' },
    lines: [
      them(d(2) + h(5), 'สวัสดีค่ะ ร้านมีชุดไทยให้เช่าสำหรับพิธีเช้าไหมคะ'),
      us('priya', d(2), 'สวัสดีค่ะ เรามีชุดไทยจักรีสองสี ครีมกับทองค่ะ', { status: 'read' }),
      them(d(1) + h(13), 'ขอดูรูปสีทองหน่อยได้ไหมคะ 🙏'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: {
      first: 'Maria Guadalupe Esperanza de los Ángeles',
      last: 'Hernández-Villanueva y Montemayor de la Santísima Trinidad',
      phone: '+15035550176',
      email: 'maria.guadalupe.esperanza.hernandez.villanueva.montemayor@averyveryverylongdomainname.example',
      tags: ['quinceañera', 'a tag that is far longer than any tag ought to be in a small side panel'],
    },
    lines: [
      them(d(15), 'Hello, my full name must be on the garment bag, is there room for it? 😂'),
      us('mika', d(15) - h(1), 'We have very wide bags 😄 Two lines, gold thread?'),
      them(d(15) - h(1.2), 'Gold. Definitely gold.'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    unread: 1,
    person: { phone: '+15035550190', source: 'Inbound call' },
    lines: [them(h(14), 'hi is this the dress place on glisan? do you buy used gowns')],
  },
  {
    channel: 'TYPE_EMAIL',
    person: { email: 'no.name.given@inbox.example', source: 'Newsletter' },
    lines: [
      {
        kind: 'mail',
        agoMs: d(4) + h(3),
        who: 'them',
        thread: 'question',
        subject: 'opening hours??',
        html: '<html><body>are you open on thanksgiving</body></html>',
      },
    ],
  },
  {
    channel: 'TYPE_WHATSAPP',
    person: {
      first: '🦋 Bex',
      last: "O'Neill-Çelik",
      phone: '+447405550139',
      country: 'GB',
      timezone: 'Europe/London',
    },
    lines: [
      them(d(18), '👗✨🤍'),
      us('mika', d(18) - h(1), 'We feel the same 😄 Shall we book a try-on?', { status: 'read' }),
      them(d(18) - h(2), 'YES. 👩🏽‍❤️‍👩🏻 two brides, two dresses, one very small budget'),
    ],
  },
  {
    channel: 'TYPE_SMS',
    person: { first: 'Søren', last: "McRae-D'Angelo", phone: '+15035550155', tags: ['groom'], owner: 'mika' },
    lines: [
      them(d(25), 'Thanks for squeezing me in. Jacket fits like it was painted on'),
      us('mika', d(25) - m(20), 'That is the idea! Have a wonderful day on Saturday.'),
    ],
  },
];
