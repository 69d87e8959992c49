import * as z from 'zod/mini';
import { roles } from '@/lib/shared/permissions';

const personSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof personSchema>;

/** Sandbox: one click on a demo person. Connected: the admin named in the environment. */
export const signInRequestSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('demo'), personId: z.string().check(z.maxLength(64)) }),
  z.strictObject({
    method: z.literal('password'),
    email: z.string().check(z.maxLength(254)),
    password: z.string().check(z.maxLength(1024)),
  }),
]);
export type SignInRequest = z.infer<typeof signInRequestSchema>;

const sessionSchema = z.object({
  person: personSchema,
  locations: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })),
});
export type Session = z.infer<typeof sessionSchema>;
