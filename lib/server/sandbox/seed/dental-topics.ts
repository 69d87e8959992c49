import 'server-only';
import type { TopicSet } from './topic';

export const dentalTopics: TopicSet = {
  words: {
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    time: ['8:00', '8:40', '9:20', '10:40', '1:00', '2:20', '3:00', '4:20'],
    doctor: ['Dr. Whitcomb', 'Dr. Sato', 'Dr. Adeyemi'],
    kid: ['Milo', 'Ava', 'the twins', 'Henry', 'Juno'],
    plan: ['Delta', 'Cigna', 'MetLife', 'Guardian'],
    price: ['$65', '$120', '$180', '$240'],
  },
  tags: ['recall due', 'new patient', 'ortho', 'family', 'insurance check', 'anxious', 'hygiene'],
  files: ['x-ray.png', 'insurance-card.png', 'estimate.pdf', 'aftercare.txt', 'night-guard.png'],
  topics: [
    {
      lines: [
        '< Hi, this is Harbor Dental: your six-month cleaning is due. Would {day} at {time} work?',
        '> {day} is fine',
        '< Booked, see you then!',
      ],
    },
    {
      lines: [
        '> I chipped a front tooth on an olive',
        '< Oh no! Any pain, or only the looks?',
        '> Mostly pride',
        '< {doctor} can smooth it {day} at {time}.',
        '> Thank you, I will smile with my mouth shut until then',
      ],
    },
    {
      lines: [
        '> Do you take {plan}?',
        '< We do. Send a photo of the card and we check what it covers.',
        '> Here',
        '< All good: cleanings are covered twice a year.',
      ],
    },
    {
      lines: [
        '> The numbness is still there after four hours, normal?',
        '< Yes, up to six. Careful with hot drinks.',
        '> Ok thanks, drooling in peace',
      ],
    },
    {
      lines: [
        '> Can I move {kid} from {day} to the week after?',
        '< Of course. Same time, {time}?',
        '> Perfect',
      ],
    },
    {
      lines: [
        '> How much is a night guard?',
        '< {price} made to measure, two visits.',
        '> And without insurance?',
        '< That is without. With yours it is about half.',
        '> Let us do it',
      ],
    },
    {
      lines: [
        '< Your crown is back from the lab. {day} {time} to fit it?',
        '> Will it hurt',
        '< No needle this time, promise. Thirty minutes.',
        '> ok ok',
      ],
    },
    {
      lines: [
        '> My retainer broke, {kid} sat on it',
        '< It happens every week. Bring the pieces, a new one takes five days.',
        '> Bringing the pieces and {kid}',
      ],
    },
    {
      lines: [
        '> Is whitening safe when I am breastfeeding?',
        '< We suggest waiting until after. A polish is fine at any time.',
        '> Good to know, thanks',
      ],
    },
    { lines: ['> I need a receipt for my employer', '< Here it is.', '> Quick! Thanks'] },
    {
      lines: ['> Running late, ferry', '< No worries, {doctor} has a gap until {time}.', '> On the pier now'],
    },
    {
      lines: [
        '< How is the tooth after the root canal?',
        '> Sore but ok. Slept well',
        '< That is what we hope for. Soft food until {day}.',
        '> Ice cream is soft',
        '< Ice cream is medicine.',
      ],
    },
    {
      lines: [
        '> {kid} is scared of the chair. Any tips?',
        '< Come by for a ride in it first, no treatment. {day} after {time} is quiet.',
        '> You do that??',
        '< All the time. There are stickers.',
      ],
    },
    {
      lines: [
        '> Can I get my x-rays sent to a clinic in Boston?',
        '< Sure, which one? We need a short yes from you by text.',
        '> Yes from me. Beacon Oral Surgery',
        '< Sent this morning.',
      ],
    },
    {
      lines: [
        '> My gums bleed when I floss',
        '< Common, and worth a look. When was your last cleaning?',
        '> Before the pandemic 🙈',
        '< No judgment here. {day} at {time}?',
        '> Ok. No lectures please',
        '< A very short one.',
      ],
    },
    {
      lines: ['> do you do saturdays', '< First Saturday of the month, 9 to 1.', '> put me down for {time}'],
    },
  ],
};
