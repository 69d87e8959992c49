import * as z from 'zod/mini';

/** Whom an email can be from: the location, or the person who writes. */
const emailSenderSchema = z.object({
  /** `Name <address>`, as GHL takes it. */
  from: z.string(),
  name: z.string(),
  address: z.string(),
  /** What GHL takes by itself when nothing is said. */
  isDefault: z.boolean(),
});
export type EmailSender = z.infer<typeof emailSenderSchema>;

export const emailSendersSchema = z.object({
  senders: z.array(emailSenderSchema),
  /** The addresses of the team: an answer to everybody does not go to them. */
  own: z.array(z.string()),
});
export type EmailSenders = z.infer<typeof emailSendersSchema>;
