import type { Draft } from '@/lib/client/drafts';
import type { SendInput, TextChannel } from '@/lib/shared/contract/send';
import type { RequestFrame } from './outgoing';

/** The request of each channel but email's, which has a file of its own. */
export function textRequest(channel: TextChannel, draft: Draft, frame: RequestFrame): SendInput {
  const { text, to, from, templateId } = draft;
  return { ...frame, channel, text, to, from, templateId };
}

export function commentRequest({ text, mentions }: Draft, frame: RequestFrame): SendInput {
  return { ...frame, channel: 'InternalComment', text, mentions: mentions.map(({ userId }) => userId) };
}

export function reviewRequest({ text }: Draft, frame: RequestFrame): SendInput {
  return { ...frame, channel: 'Review', text };
}
