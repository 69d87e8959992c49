import type { Draft } from '@/lib/client/drafts';
import type { SendInput, TextChannel } from '@/lib/shared/contract/send';
import { ghlCommentText, mentionsIn } from './mentions';
import type { RequestFrame } from './outgoing';

/** The request of each channel but email's, which has a file of its own. */
export function textRequest(channel: TextChannel, draft: Draft, frame: RequestFrame): SendInput {
  const { text, to, from } = draft;
  return { ...frame, channel, text, to, from };
}

/** GHL puts in the values of a template; its text goes along for those who read the thread. */
export function templateRequest(
  templateId: string,
  text: string,
  { to, from }: Draft,
  frame: RequestFrame,
): SendInput {
  return { ...frame, channel: 'WhatsApp', text, to, from, templateId, uploadIds: [] };
}

export function commentRequest(draft: Draft, frame: RequestFrame): SendInput {
  const mentions = mentionsIn(draft.text, draft.mentions);
  const text = ghlCommentText(draft.text, mentions);
  return { ...frame, channel: 'InternalComment', text, mentions: mentions.map(({ userId }) => userId) };
}

export function reviewRequest({ text }: Draft, frame: RequestFrame): SendInput {
  return { ...frame, channel: 'Review', text };
}
