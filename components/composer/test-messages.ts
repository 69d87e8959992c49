import type { Message } from '@/lib/shared/contract/message';

/** A message as the tests of this folder need it. */
export function message(part: Partial<Message>): Message {
  return {
    kind: 'message',
    id: 'm1',
    conversationId: 'c1',
    contactId: null,
    type: 'TYPE_SMS',
    direction: 'outbound',
    status: null,
    source: null,
    body: null,
    subject: null,
    at: null,
    userId: null,
    from: null,
    to: null,
    error: null,
    attachments: [],
    emailIds: [],
    call: null,
    activity: null,
    rating: null,
    ...part,
  };
}
