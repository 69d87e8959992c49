import 'server-only';
import { z } from 'zod';
import type { Message, MessageItem } from '@/lib/shared/contract/message';
import { activityOf, activityWireSchema } from './activity-wire';
import { attachmentsOf, attachmentUrls } from './attachments';
import { htmlExcerpt, looksLikeHtml } from './html-text';
import { messageTypeName } from './message-types';
import { madeUpId, unknownType } from './unreadable';
import { wireAny, wireCount, wireDirection, wireId, wireObject, wireText, wireTexts, wireTime } from './wire';

const callSchema = z.object({ duration: wireCount, status: wireText });
const emailSchema = z.object({ messageIds: wireTexts, messageId: wireId, subject: wireText });

/** Real items hold `meta.call`, GHL's documents say `callDuration`: both are read (CONTRACT 1.4). */
const metaSchema = z.object({
  call: wireObject(callSchema),
  callDuration: wireCount,
  callStatus: wireText,
  email: wireObject(emailSchema),
  error: wireAny,
  errorMessage: wireText,
  rating: wireCount,
  review: wireObject(z.object({ rating: wireCount })),
});

const messageWireSchema = z.object({
  id: wireId,
  conversationId: wireId,
  contactId: wireId,
  type: wireAny,
  messageType: wireAny,
  direction: wireDirection,
  status: wireText,
  source: wireText,
  body: wireText,
  subject: wireText,
  contentType: wireText,
  dateAdded: wireTime,
  userId: wireId,
  from: wireText,
  to: wireText,
  error: wireAny,
  errorMessage: wireText,
  attachments: wireAny,
  activity: wireObject(activityWireSchema),
  rating: wireCount,
  meta: wireObject(metaSchema),
});
type MessageWire = z.infer<typeof messageWireSchema>;

/** `conversationId` is the one that was asked for; null when the message was asked for by its own id. */
export function messageItem(value: unknown, conversationId: string | null): MessageItem {
  const { data } = messageWireSchema.safeParse(value);
  return (
    (data && readMessage(data, conversationId)) ?? {
      kind: 'unreadable',
      id: data?.id ?? madeUpId(value),
      at: data?.dateAdded ?? null,
    }
  );
}

/** The addresses of its files, in the order of the message's `attachments`. */
export function messageAttachmentUrls(value: unknown): string[] {
  return attachmentUrls(messageWireSchema.safeParse(value).data?.attachments);
}

/** Null when it cannot be placed: no id, no conversation, or neither a type nor a time. */
function readMessage(wire: MessageWire, askedConversationId: string | null): Message | null {
  const type = messageTypeName(wire.messageType, wire.type);
  const conversationId = wire.conversationId ?? askedConversationId;
  if (!wire.id || !conversationId || (!type && wire.dateAdded === null)) return null;
  const { meta } = wire;
  return {
    kind: 'message',
    id: wire.id,
    conversationId,
    contactId: wire.contactId,
    type: type ?? unknownType,
    direction: wire.direction,
    status: wire.status,
    source: wire.source,
    body: plainBody(wire),
    // Inbound mails have it in `meta` only (CONTRACT 1.4).
    subject: meta?.email?.subject ?? wire.subject,
    at: wire.dateAdded,
    userId: wire.userId,
    from: wire.from,
    to: wire.to,
    error: firstText(wire.error, wire.errorMessage, meta?.error, meta?.errorMessage),
    attachments: attachmentsOf(attachmentUrls(wire.attachments)),
    emailIds: emailIds(meta?.email ?? null),
    call: callOf(meta),
    activity: activityOf(wire.activity, wire.dateAdded),
    rating: wire.rating ?? meta?.rating ?? meta?.review?.rating ?? null,
  };
}

function plainBody({ body, contentType }: MessageWire): string | null {
  if (body === null || !contentType?.toLowerCase().includes('html') || !looksLikeHtml(body)) return body;
  return htmlExcerpt(body) || null;
}

/** Only what can be asked for by id: the item's own id is not an email's. */
function emailIds(email: z.infer<typeof emailSchema> | null): string[] {
  const ids = (email?.messageIds ?? []).flatMap((id) => wireId.parse(id) ?? []);
  return ids.length > 0 ? [...new Set(ids)] : email?.messageId ? [email.messageId] : [];
}

function callOf(meta: MessageWire['meta']): Message['call'] {
  const durationSeconds = meta?.call?.duration ?? meta?.callDuration ?? null;
  const status = meta?.call?.status ?? meta?.callStatus ?? null;
  return durationSeconds === null && status === null ? null : { durationSeconds, status };
}

/** An error is a text, or an object that holds one. */
function firstText(...values: unknown[]): string | null {
  for (const value of values) {
    const text = wireText.parse(value) ?? z.object({ message: wireText }).safeParse(value).data?.message;
    if (text && text !== '0') return text;
  }
  return null;
}
