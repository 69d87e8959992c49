import 'server-only';

/** What is said in the calls of the demo that one is likely to open. */

export const amaraTalk: readonly string[] = [
  '> Hello?',
  '< Hi Amara, this is Mika from Northloom. This call may be recorded. Did I catch you at a good time?',
  '> Oh hi! Yes, I am between two meetings, go ahead.',
  '< It is about Saturday. I read your note about the ivory one.',
  '> Yes! I keep thinking about it. Is it still there?',
  '< It is, but somebody else has asked for the same size this morning.',
  '> No. Please tell me you did not give it away.',
  '< I did not. I can put it on hold for you until Sunday, in a thirty-eight.',
  '> Yes please. Do you need a deposit for that?',
  '< Not for a hold. If you decide on Saturday, we take half of it then.',
  '> That is fair. My mother wants to pay by transfer, is that all right?',
  '< Transfer is fine, I will put the details into the message.',
  '> Thank you. And the shoes, should I bring both pairs?',
  '< Bring the ones you will dance in. The hem depends on the heel.',
  '> Then the low ones. I am not a hero.',
  '< Very wise. We will have an hour and a half, so there is time to try both gowns again.',
  '> Perfect. There will be three of us, is that too many?',
  '< Three is lovely. There is coffee, and parking behind the building.',
  '> You just made my week, Mika.',
  '< I am glad. I will write it all down and send it to you. See you on Saturday!',
  '> See you, bye!',
];

export const malikTalk: readonly string[] = [
  '> Hi, this is Malik Johnson, the number is the one I am calling from.',
  '> I am getting married in September and my grandfather left me his tailcoat.',
  '> It is a beautiful thing, but he was a good deal wider than I am.',
  '> Could somebody tell me whether it can be taken in, and what that would cost?',
  '> You can reach me after six. Thank you!',
];

export const desmondTalk: readonly string[] = [
  '> Hello, Desmond Clarke here. I just lost a filling, upper left, on a piece of toast.',
  '> It does not hurt yet, but I would rather not wait for that.',
  '> Is there any chance to be seen today? I work around the corner. Thanks.',
];
