import * as z from 'zod/mini';

export const contactSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Further addresses, besides `email`. */
  additionalEmails: z.array(z.string()),
  phone: z.nullable(z.string()),
  /** Further numbers, besides `phone`. */
  additionalPhones: z._default(z.array(z.string()), []),
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

export const contactListSchema = z.object({ contacts: z.array(contactSchema) });

const namePart = z.optional(z.string().check(z.trim(), z.maxLength(100, 'Give at most 100 characters.')));
const noBlank = (text: string) => text || undefined;

/** A phone number as people write it; what is kept are its digits and the plus at its start. */
const phoneSchema = z.pipe(
  z.pipe(
    z.string().check(z.trim(), z.maxLength(40)),
    z.transform((text: string) => text.replace(/[\s().\-/]/g, '')),
  ),
  z.string().check(z.regex(/^(\+?\d{7,15})?$/, 'Give a phone number of 7 to 15 digits.')),
);

const emailSchema = z.string().check(
  z.trim(),
  z.maxLength(254),
  z.refine((text) => text === '' || z.email().safeParse(text).success, {
    error: 'Give an email address, such as ana@example.com.',
  }),
);

/** A new contact needs what it can be written to: an email address, a phone number, or both. */
export const newContactSchema = z
  .pipe(
    z.strictObject({
      firstName: namePart,
      lastName: namePart,
      email: z.optional(emailSchema),
      phone: z.optional(phoneSchema),
    }),
    z.transform(({ firstName = '', lastName = '', email = '', phone = '' }) => ({
      firstName: noBlank(firstName),
      lastName: noBlank(lastName),
      email: noBlank(email),
      phone: noBlank(phone),
    })),
  )
  .check(
    z.refine(({ email, phone }) => Boolean(email || phone), {
      error: 'Give an email address or a phone number: without one nobody can be written to.',
      path: ['email'],
    }),
  );
export type NewContact = Partial<z.infer<typeof newContactSchema>>;

/** `exists`: GHL has somebody of the same email or phone already, and takes no second one. */
export const addedContactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), contact: contactSchema }),
  z.object({ kind: z.literal('exists'), contact: contactSchema, field: z.enum(['email', 'phone']) }),
]);
export type AddedContact = z.infer<typeof addedContactSchema>;
