import type { Draft } from '@/lib/client/drafts';
import type { SendChannel } from '@/lib/shared/contract/send';
import { textProblem } from './draft-problem';
import type { Outgoing } from './outgoing';
import { commentRequest, reviewRequest, textRequest } from './request-of';

/** Every channel but email. */
export type PlainChannel = Exclude<SendChannel, 'Email'>;

export function textOutgoing(channel: PlainChannel, draft: Draft, phone: string | null): Outgoing {
  return {
    label: textLabel(channel, draft.to ?? phone),
    problem: textProblem(channel, draft),
    draft,
    request: (frame) => {
      if (channel === 'InternalComment') return commentRequest(draft, frame);
      if (channel === 'Review') return reviewRequest(draft, frame);
      return textRequest(channel, draft, frame);
    },
  };
}

/** What the button does, in words. */
export function textLabel(channel: PlainChannel, phone: string | null): string {
  const end = phone ? ` to …${phone.slice(-4)}` : '';
  switch (channel) {
    case 'SMS':
      return `Send SMS${end}`;
    case 'RCS':
      return `Send RCS${end}`;
    case 'WhatsApp':
      return 'Send WhatsApp';
    case 'FB':
      return 'Send on Facebook';
    case 'IG':
      return 'Send on Instagram';
    case 'TIKTOK':
      return 'Send on TikTok';
    case 'Live_Chat':
      return 'Send in the chat';
    case 'InternalComment':
      return 'Add comment';
    case 'Review':
      return 'Publish reply';
  }
}
