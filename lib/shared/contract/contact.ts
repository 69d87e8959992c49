import * as z from 'zod/mini';

export const contactSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Further addresses, besides `email`. */
  additionalEmails: z.array(z.string()),
  phone: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  source: z.nullable(z.string()),
  city: z.nullable(z.string()),
  timezone: z.nullable(z.string()),
  assignedTo: z.nullable(z.string()),
  tags: z.array(z.string()),
  createdAt: z.nullable(z.number()),
  /** "Do not disturb": the channels GHL refuses to send on, in GHL's words (SMS, Email, …). `active` means blocked. */
  blocked: z.array(z.object({ channel: z.string(), isPermanent: z.boolean() })),
});
export type Contact = z.infer<typeof contactSchema>;
