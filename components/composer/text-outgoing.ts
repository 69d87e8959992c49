import type { Draft } from '@/lib/client/drafts';
import type { SendChannel } from '@/lib/shared/contract/send';
import { smsLabel } from './channel-rules';
import { textProblem } from './draft-problem';
import type { Outgoing } from './outgoing';
import { commentRequest, reviewRequest, textRequest } from './request-of';

/** Of every channel but email. */
export function textOutgoing(
  channel: Exclude<SendChannel, 'Email'>,
  draft: Draft,
  phone: string | null,
): Outgoing {
  return {
    label: channel === 'SMS' ? smsLabel(phone) : 'Send',
    problem: textProblem(draft),
    draft,
    request: (frame) => {
      if (channel === 'InternalComment') return commentRequest(draft, frame);
      if (channel === 'Review') return reviewRequest(draft, frame);
      return textRequest(channel, draft, frame);
    },
  };
}
