import 'server-only';

/** Small talk of any trade, for calls nobody wrote a script for: `>` is the contact, `<` the team. */

export const callOpening = [
  '< Good morning, thank you for calling. This call may be recorded. How can I help?',
  '> Hi, it is about my appointment, do you have a minute?',
  '< Of course. Let me open your file.',
];

export const callEnding = [
  '> That is everything, I think.',
  '< Then I will send you a message with all of it right after this call.',
  '> Wonderful, thank you so much.',
  '< You are welcome. Have a lovely day!',
  '> You too, bye.',
];

export const callExchanges: readonly (readonly string[])[] = [
  [
    '> Is there anything free earlier in the week?',
    '< Tuesday at ten, or Wednesday after four.',
    '> Wednesday after four would be perfect.',
  ],
  [
    '> Where do I park? Last time I went around the block three times.',
    '< Behind the building, the gate is open until six.',
    '> Oh good, I did not know that one.',
  ],
  ['> Can I pay by card when I come?', '< Yes, card or transfer, whatever is easier for you.'],
  [
    '> I did not get the email you sent.',
    '< Let me check the address. Is it still the one with the dot in the middle?',
    '> Yes, that one.',
    '< Then please have a look in the spam folder, I am sending it once more.',
  ],
  ['> May I bring my sister? She has opinions.', '< Bring her. Opinions are welcome until five.'],
  ['< Are you still on the same phone number?', '> Yes, this one. Texting is best during the day.'],
  [
    '> How long will it take?',
    '< Count on an hour, and a little more if we change something.',
    '> An hour is fine, my train goes at seven.',
  ],
  [
    '> And what would that cost, roughly?',
    '< I would rather not guess. I will put the price in writing today.',
    '> Fair enough.',
  ],
  [
    '< Could you spell the last name for me, please?',
    '> It is the same as on the form, with two n.',
    '< Found it, thank you.',
  ],
  [
    '> Sorry, the line is bad, could you say that again?',
    '< I said Thursday is better than Friday for us.',
    '> Thursday works too.',
  ],
  ['< Shall I remind you the day before?', '> Please do. In the morning, if you can.'],
  [
    '> What happens if I have to move it again?',
    '< Just answer the message, up to a day before there is no charge.',
  ],
];

export const voicemailTalk = [
  '> Hi, it is me again, I just missed you.',
  '> I am calling about the appointment, could you ring me back when you have a minute?',
  '> I am at home until six, and tomorrow all morning.',
  '> It is nothing urgent, but I would like to settle it this week.',
  '> Thank you, talk to you soon. Bye!',
];
