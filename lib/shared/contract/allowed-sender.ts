import * as z from 'zod/mini';
import { addressPattern, maxAddressLength } from '@/lib/shared/sender-address';

/** Senders whose images a person wants to see in every mail: theirs alone. Addresses are in lower case. */
export const allowedSendersSchema = z.object({ addresses: z.array(z.string()) });
export type AllowedSenders = z.infer<typeof allowedSendersSchema>;

export const changeAllowedSenderSchema = z.strictObject({
  address: z
    .string()
    .check(z.trim(), z.toLowerCase(), z.maxLength(maxAddressLength), z.regex(addressPattern)),
  isAllowed: z.boolean(),
});
