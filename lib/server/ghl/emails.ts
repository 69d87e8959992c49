import 'server-only';
import { z } from 'zod';
import type { Email } from '@/lib/shared/contract/message';
import { attachmentsOf, attachmentUrls } from './attachments';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { looksLikeHtml } from './html-text';
import { callInfo, checkedId } from './operations';
import { unwrapped, wireAny, wireDirection, wireId, wireText, wireTexts, wireTime } from './wire';

const keptMs = 3_000;

const emailWireSchema = z.object({
  id: wireId,
  subject: wireText,
  body: wireText,
  contentType: wireText,
  direction: wireDirection,
  status: wireText,
  dateAdded: wireTime,
  from: wireTexts,
  to: wireTexts,
  cc: wireTexts,
  bcc: wireTexts,
  attachments: wireAny,
  source: wireText,
  userId: wireId,
});

type FoundEmail = {
  email: Email;
  attachmentUrls: string[];
  /** What or who made it, as with a message. */
  source: string | null;
  userId: string | null;
};

/** One mail of an email item: the item holds the ids, never the mails (CONTRACT 1.4). */
export async function getEmail(ghl: GhlClient, emailId: string, options: ReadOptions = {}): Promise<Email> {
  return (await getEmailWithUrls(ghl, emailId, options)).email;
}

/** With the addresses of its files, which are for the server only: by index, as in `email.attachments`. */
export async function getEmailWithUrls(
  ghl: GhlClient,
  emailId: string,
  options: ReadOptions = {},
): Promise<FoundEmail> {
  const operation = 'get-email-by-id';
  const id = checkedId(operation, 'emailId', emailId);
  return ghl.reads.read(
    `email:${id}`,
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, { params: { emailId: id }, schema: z.unknown(), ...shared });
      const found = readEmail(unwrapped(answer, 'emailMessage', 'email', 'message'));
      if (found?.email.id !== id) throw new GhlShapeError(callInfo(operation), { field: 'emailMessage' });
      return found;
    },
    options,
  );
}

/** Null when it has no id. */
export function readEmail(value: unknown): FoundEmail | null {
  const { data } = emailWireSchema.safeParse(value);
  if (!data?.id) return null;
  const { id, subject, body, direction, status, dateAdded, to, cc, bcc } = data;
  const isHtml = data.contentType?.toLowerCase().includes('html') || looksLikeHtml(body ?? '');
  const urls = attachmentUrls(data.attachments);
  const email: Email = {
    id,
    subject,
    html: isHtml ? body : null,
    text: isHtml ? null : body,
    direction,
    status,
    at: dateAdded,
    from: data.from[0] ?? null,
    to,
    cc,
    bcc,
    attachments: attachmentsOf(urls),
  };
  return { email, attachmentUrls: urls, source: data.source, userId: data.userId };
}
