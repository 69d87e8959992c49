import * as z from 'zod/mini';
import { plainText } from '@/lib/shared/contract/send';
import { grants, roles } from '@/lib/shared/permissions';

const personSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof personSchema>;

/** One click on a demo person, in the sandbox alone; else what a person has chosen when they joined. */
export const signInRequestSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('demo'), personId: z.string().check(z.maxLength(64)) }),
  z.strictObject({
    method: z.literal('password'),
    email: z.string().check(plainText, z.maxLength(254)),
    password: z.string().check(z.maxLength(1024)),
  }),
]);
export type SignInRequest = z.infer<typeof signInRequestSchema>;

const sessionSchema = z.object({
  person: personSchema,
  locations: z.array(
    z.object({ id: z.string(), name: z.string(), role: z.enum(roles), grants: z.array(z.enum(grants)) }),
  ),
});
export type Session = z.infer<typeof sessionSchema>;
