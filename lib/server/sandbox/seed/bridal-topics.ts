import 'server-only';
import type { TopicSet } from './topic';

export const bridalTopics: TopicSet = {
  words: {
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    time: ['9:30', '10:00', '11:15', '12:30', '2:00', '3:45', '4:30', '5:15'],
    gown: ['Marisol', 'Juniper', 'Odette', 'Vesper', 'Liv', 'Solveig', 'Philippa', 'Anouk'],
    fabric: ['silk crepe', 'duchess satin', 'tulle', 'Calais lace', 'matte mikado', 'chiffon'],
    month: ['January', 'March', 'April', 'June', 'September', 'October'],
    relative: ['mum', 'sister', 'maid of honor', 'grandmother', 'best friend', 'aunt'],
    price: ['$180', '$240', '$320', '$95', '$410'],
    shoe: ['2 inch', '3 inch', 'flat', 'block heel'],
    place: ['the vineyard', 'the coast', 'Forest Park', 'the old library', 'Mount Hood'],
  },
  tags: [
    'size 34',
    'size 40',
    'size 44',
    'deposit paid',
    'fitting 1',
    'fitting 2',
    'fair 2026',
    'referral',
    'groom',
  ],
  files: [
    'hem.png',
    'sketch.png',
    'veil.png',
    'swatch.png',
    'receipt.pdf',
    'measurements.txt',
    'back-detail.png',
  ],
  topics: [
    {
      lines: [
        '> Hi! Is the {gown} still in the studio to try on?',
        '< It is! Sample size 38, we clip it for you. When would you like to come?',
        '> {day} after work?',
        '< {day} at {time} is yours.',
        '> Yay, thank you',
      ],
    },
    {
      lines: [
        '> Do I have to bring my own shoes to the fitting?',
        '< Yes please, or any pair of the same height. What heel will you wear?',
        '> {shoe}',
        '< Good to know, I wrote it on your card.',
      ],
    },
    {
      lines: [
        '> How much is it to take in the waist?',
        '< Between {price} and a bit more, depending on the lining. We can say for sure once you wear it.',
        '> Ok that is fair',
      ],
    },
    {
      lines: [
        '< Your {gown} has arrived and it is even prettier than the sample!',
        '> NO WAY. It was supposed to take till {month}',
        '< The atelier was fast. Shall we book the first fitting?',
        '> Yes!! {day} {time}?',
        '< Booked. Bring the shoes and one honest person.',
      ],
    },
    {
      lines: [
        '> I have a small emergency: I spilled coffee on the train of my dress',
        '< Do not rub it! Cold water on a white cloth, dab, and bring it in today.',
        '> Dabbing. On my way',
        '< We are here till seven.',
        '> You are angels. It is completely gone??',
        '< Milk soap and patience 😌',
      ],
    },
    {
      lines: [
        '> Can my {relative} join on {day}?',
        '< Of course, we have room for four on the sofa.',
        '> She has opinions. Be warned',
        '< We have tea for opinions.',
      ],
    },
    {
      lines: [
        '> What is the difference between the {fabric} and the satin?',
        '< The {fabric} moves more and shines less. In photos it looks softer. Satin holds its shape.',
        '> I think I want soft',
        '< Then trust that. I will put two aside for {day}.',
      ],
    },
    {
      lines: [
        '> We had to move the wedding to {month}. Does that change anything for the order?',
        '< Nothing at all. I moved your dates; the second fitting is now four weeks before.',
        '> You just made this week a lot better',
      ],
    },
    {
      lines: [
        '< A gentle reminder: the second half of the payment is due before the last fitting.',
        '> Oh right! Can I pay by card over the phone?',
        '< Easier: I sent you a link by email.',
        '> Done',
        '< Got it, thank you!',
      ],
    },
    {
      lines: [
        '> Do you also dress guests? My {relative} needs something for {place}',
        '< A few pieces, yes: jackets, capes and six dresses. What colors does she like?',
        '> Anything but beige',
        '< We have strong feelings about beige too. {day} at {time}?',
        '> She says yes',
      ],
    },
    {
      lines: [
        '> Is it normal that I hate every picture of me in the dress',
        '< Very. Phone cameras bend everything under two meters away. Come back, we have a proper mirror and a long room.',
        '> ok. thank you for not laughing',
        '< Never. {day}?',
        '> {day}.',
      ],
    },
    {
      lines: [
        '> How do I travel with the gown? We fly to {place}',
        '< Carry-on, always. Ask for the closet at the gate. I fold it with tissue, it takes ten minutes and comes out smooth.',
        '> And if they refuse?',
        '< Then it goes in the overhead bin, on top, alone. We have done it forty times.',
      ],
    },
    { lines: ['> Hey, where do I park?', '< There is a garage on 4th, we stamp the ticket.', '> Perfect'] },
    {
      lines: [
        '> I lost a button of the {gown}, the tiny covered ones',
        '< We keep spares of each gown. Come by, two minutes.',
        '> {day} lunch?',
        '< See you then.',
      ],
    },
    {
      lines: [
        '> Can you send me the measurements you took? The tailor of the groom asks',
        '< Here they are, as of the last fitting.',
        '> Thanks!!',
      ],
    },
    {
      lines: [
        '> Running {late} late, so sorry, the bridge is up',
        '< No stress, we moved the next one. Drive safely.',
        '> Here now, which bell?',
        '< The brass one.',
      ],
      words: { late: ['ten minutes', '15 min', 'a little', 'twenty minutes'] },
    },
    {
      lines: [
        '> Can the straps be removed later?',
        '< They are sewn by hand, so yes, and back on again too. {price} for both ways.',
        '> I like having a way back',
        '< So do we.',
      ],
    },
    {
      lines: [
        '> Is there a veil that goes with {gown}?',
        '< Two. One is plain tulle, the other has the same lace on the edge.',
        '> Photos?',
        '< Here is the edge.',
        '> Oh. The lace one. No question.',
      ],
    },
    {
      lines: [
        '< How did the dress rehearsal go?',
        '> I cried, my {relative} cried, the dog sat on the train',
        '< Sounds exactly right. Any fur left?',
        '> Only on my heart',
      ],
    },
    {
      lines: [
        '> We would like to cancel the second appointment, we found something nearby',
        '< Thank you for telling us! All the best for {month}.',
        '> Your team was lovely, we will send friends',
      ],
    },
    {
      lines: [
        '> How long does it take to make one from scratch?',
        '< Five to seven months with three fittings. For {month} we would have to start in two weeks.',
        '> ok decision by {day}',
        '< Perfect. I keep the slot until then.',
        '> We are doing it!',
        '< 🥂 The contract is in your mail.',
      ],
    },
    {
      lines: [
        '> Do you rent tuxedos as well?',
        '< We do: black, navy and a dark green. From {price} for the weekend.',
        '> He wants green. Obviously',
      ],
    },
    {
      lines: [
        '> I am between two sizes, does that matter',
        '< Not for us. Gowns are ordered to the biggest measure and taken in.',
        '> Phew',
      ],
    },
    {
      lines: [
        '< Photos from your fitting, as promised.',
        '> 😭😭😭 I look like myself. Just… ironed',
        '< Best review we ever got.',
      ],
    },
    {
      lines: [
        '> Could we do the last fitting in the evening? I work shifts',
        '< {day} we stay until nine, for you even with snacks.',
        '> {time} then, you are the best',
      ],
    },
    {
      lines: [
        '> What happens to the gown after the wedding, do you clean it?',
        '< Yes, we send it to a specialist. Cleaning and box are {price}, it takes three weeks.',
        '> Can I drop it off on {day}?',
        '< Any time. Please do not iron the wine stain.',
        '> How did you know there is a wine stain',
        '< There is always a wine stain.',
      ],
    },
    {
      lines: [
        '> Quick one: does the pocket fit a phone?',
        '< A phone, a lipstick and a folded speech. We tested.',
      ],
    },
    {
      lines: [
        '> My {relative} wants to pay the deposit as a surprise. Possible?',
        '< Very possible. She can call us or come in, and we will keep our mouths shut.',
        '> She says {day} {time}',
        '< We will act surprised.',
      ],
    },
  ],
};
