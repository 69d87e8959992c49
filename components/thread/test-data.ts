import { emptyDraft } from '@/lib/client/drafts';
import type { Outgoing } from '@/lib/client/outgoing';
import type { KnownSend } from '@/lib/client/queries/send-times';
import type { Message } from '@/lib/shared/contract/message';
import { type SendInput, type SendRequest, sendRequestSchema } from '@/lib/shared/contract/send';

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

export function aSend(parts: Partial<KnownSend> & { clientId: string }): KnownSend {
  return {
    conversationId: 'c1',
    contactName: 'Ana Silva',
    state: 'sending',
    request: aRequest(),
    attachments: [],
    authorName: 'Mika Kaur',
    isMine: true,
    createdAt: 1000,
    updatedAt: 1000,
    leavesInMs: null,
    leavesAt: null,
    attempts: 1,
    scheduledFor: null,
    messageId: null,
    emailId: null,
    newerMessageId: null,
    againOf: null,
    deliveryStatus: null,
    error: null,
    ...parts,
  };
}

const someId = '7f1a1d0e-0c51-4a57-9a39-111111111111';

function aRequest(parts: Partial<SendInput> = {}): SendRequest {
  return sendRequestSchema.parse({ clientId: someId, channel: 'SMS', text: 'Hi', ...parts });
}

/** A send that our own server has not answered for. */
export function anOutgoing(clientId: string, parts: Partial<Outgoing> = {}): Outgoing {
  return {
    locationId: 'l1',
    conversationId: 'c1',
    personId: 'p1',
    request: { ...aRequest(), clientId },
    draftKey: 'd',
    draft: emptyDraft,
    startedAt: 500,
    tries: 0,
    phase: 'sending',
    problem: null,
    isWanted: false,
    ...parts,
  };
}
