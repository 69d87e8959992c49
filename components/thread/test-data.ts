import type { Message } from '@/lib/shared/contract/message';
import type { Send } from '@/lib/shared/contract/send';

/** For tests: a message as the contract has it, with what the test is about. */
export function aMessage(parts: Partial<Message> & { id: string }): Message {
  return {
    kind: 'message',
    conversationId: 'c1',
    contactId: 'k1',
    type: 'TYPE_SMS',
    direction: 'inbound',
    status: null,
    source: null,
    body: 'Hello',
    subject: null,
    at: new Date('2026-11-20T10:00:00').getTime(),
    userId: null,
    from: null,
    to: null,
    error: null,
    attachments: [],
    emailIds: [],
    call: null,
    activity: null,
    rating: null,
    ...parts,
  };
}

export function aSend(parts: Partial<Send> & { clientId: string }): Send {
  return {
    conversationId: 'c1',
    channel: 'SMS',
    state: 'sending',
    text: 'Hi',
    subject: null,
    cc: [],
    bcc: [],
    replyToEmailId: null,
    attachments: [],
    authorName: 'Mika Kaur',
    createdAt: 1000,
    messageId: null,
    emailId: null,
    error: null,
    ...parts,
  };
}
