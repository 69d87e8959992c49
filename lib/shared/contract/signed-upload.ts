import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const name = z.string().check(z.minLength(1), z.maxLength(300));

/** A large file, announced before it is put where GHL says (CONTRACT 1.7). */
export const signedUploadRequestSchema = z.strictObject({
  conversationId: id,
  name,
  contentType: z.string().check(z.maxLength(100), z.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  sizeBytes: z.number().check(z.int(), z.nonnegative()),
  /** GHL takes more for WhatsApp than for anything else. */
  channel: z.enum(['WHATSAPP', 'SMS', 'EMAIL', 'FB', 'IG', 'LIVE_CHAT']),
});

/** The same file once it is there, by what GHL called it. */
export const signedUploadSchema = z.strictObject({
  conversationId: id,
  uploadId: id,
  filePath: z
    .string()
    .check(z.minLength(1), z.maxLength(1000), z.regex(/^[\w-][\w.=-]*(?:\/[\w-][\w.=-]*)*$/)),
  name,
});

/** GHL's paths name whose file it is: one that names another location or conversation is not ours to complete. */
export function isPathOf(
  filePath: string,
  { locationId, conversationId }: { locationId: string; conversationId: string },
): boolean {
  const named = (folder: string) => new RegExp(`(?:^|/)${folder}s?/([^/]+)(?:/|$)`).exec(filePath)?.[1];
  const [location, conversation] = [named('location'), named('conversation')];
  return (location ?? locationId) === locationId && (conversation ?? conversationId) === conversationId;
}
