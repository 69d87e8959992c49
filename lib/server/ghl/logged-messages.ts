import 'server-only';
import { z } from 'zod';
import type { LoggedCall, LoggedMessage, MessageStatusChange } from '@/lib/shared/contract/logged-message';
import type { GhlClient } from './client';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import { sentSchema } from './send';

type Logged = { messageId: string; emailMessageId: string | null };

/**
 * Writes into a conversation what a contact said elsewhere. Nothing is sent. `contactId` is the conversation's own: the
 * documents want both. A `GhlShapeError` means that GHL said yes and named no message (CONTRACT 1.6: "silent 201").
 */
export function addInboundMessage(
  ghl: GhlClient,
  { conversationId, contactId }: { conversationId: string; contactId: string },
  message: LoggedMessage,
): Promise<Logged> {
  const operation = 'add-an-inbound-message';
  const { type, text, html, subject, emailCc, attachmentUrls, at, altId, call } = message;
  return logged(ghl, operation, conversationId, {
    type,
    conversationId: checkedId(operation, 'conversationId', conversationId),
    contactId: checkedId(operation, 'contactId', contactId),
    conversationProviderId: checkedId(operation, 'conversationProviderId', message.providerId),
    message: text,
    html,
    subject,
    emailCc,
    emailMessageId: message.replyToEmailId && checkedId(operation, 'emailMessageId', message.replyToEmailId),
    attachments: attachmentUrls,
    date: isoDate(at),
    altId,
    call,
  });
}

/** Writes into a conversation a call to the contact that was made elsewhere: the only kind GHL takes here. */
export function addOutboundCall(
  ghl: GhlClient,
  conversationId: string,
  { providerId, attachmentUrls, at, altId, call }: LoggedCall,
): Promise<Logged> {
  const operation = 'add-an-outbound-message';
  return logged(ghl, operation, conversationId, {
    type: 'Call',
    conversationId: checkedId(operation, 'conversationId', conversationId),
    conversationProviderId: checkedId(operation, 'conversationProviderId', providerId),
    attachments: attachmentUrls,
    date: isoDate(at),
    altId,
    call,
  });
}

/** Says how a message of one's own provider fared. GHL refuses it (403) to every other app (CONTRACT 1.6). */
export async function updateMessageStatus(
  ghl: GhlClient,
  messageId: string,
  { status, error, emailMessageId, recipients }: MessageStatusChange,
): Promise<void> {
  const operation = 'update-message-status';
  const emailId = emailMessageId && checkedId(operation, 'emailMessageId', emailMessageId);
  await changed(ghl, messageId, () =>
    ghl.call(operation, {
      params: { messageId },
      body: withoutGaps({ status, error, emailMessageId: emailId, recipients }),
      schema: z.unknown(),
    }),
  );
}

/** Puts these files in place of those of a logged call, which is the only kind GHL takes here (CONTRACT 1.6). */
export async function setMessageAttachments(
  ghl: GhlClient,
  messageId: string,
  attachmentUrls: string[],
): Promise<void> {
  await changed(ghl, messageId, () =>
    ghl.call('add-message-attachments', {
      params: { messageId },
      body: { attachments: attachmentUrls },
      schema: z.unknown(),
    }),
  );
}

async function logged(
  ghl: GhlClient,
  operation: 'add-an-inbound-message' | 'add-an-outbound-message',
  conversationId: string,
  body: Record<string, unknown>,
): Promise<Logged> {
  try {
    const { messageId, emailMessageId } = await ghl.call(operation, {
      body: withoutGaps(body),
      schema: sentSchema,
    });
    if (!messageId) throw new GhlShapeError(callInfo(operation), { field: 'messageId' });
    return { messageId, emailMessageId };
  } finally {
    ghl.reads.drop([`messages:${conversationId}:`, 'conversations:', `conversation:${conversationId}`]);
  }
}

/** The thread is not known here, so all of them are read again. */
async function changed(ghl: GhlClient, messageId: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } finally {
    ghl.reads.drop([`message:${messageId}`, 'messages:', 'email:']);
  }
}

function isoDate(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** What was not given is not sent at all, nor is an empty list. */
function withoutGaps(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
