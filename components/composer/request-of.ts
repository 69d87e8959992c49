import type { Draft } from '@/lib/client/drafts';
import type { SendInput, TextChannel } from '@/lib/shared/contract/send';
import { ghlCommentText, mentionsIn } from './mentions';
import type { RequestFrame } from './outgoing';

/** The request of each channel but email's, which has a file of its own. */
export function textRequest(channel: TextChannel, draft: Draft, frame: RequestFrame): SendInput {
  const { text, to, from } = draft;
  return { ...frame, channel, text, to: dialled(to), from: dialled(from) };
}

/** GHL puts in the values of a template; its text goes along for those who read the thread. */
export function templateRequest(
  templateId: string,
  text: string,
  { to, from }: Draft,
  frame: RequestFrame,
): SendInput {
  return {
    ...frame,
    channel: 'WhatsApp',
    text,
    to: dialled(to),
    from: dialled(from),
    templateId,
    uploadIds: [],
  };
}

export function commentRequest(draft: Draft, frame: RequestFrame): SendInput {
  const mentions = mentionsIn(draft.text, draft.mentions);
  const text = ghlCommentText(draft.text, mentions);
  return { ...frame, channel: 'InternalComment', text, mentions: mentions.map(({ userId }) => userId) };
}

export function reviewRequest({ text }: Draft, frame: RequestFrame): SendInput {
  return { ...frame, channel: 'Review', text };
}

/** Numbers stand at GHL as people wrote them: "(503) 555-0142". */
function dialled(number: string | null): string | null {
  return number?.replace(/[^\d+]/g, '') || null;
}
