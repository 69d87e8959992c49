import * as z from 'zod/mini';

/** A number that a location sends text messages from. */
const phoneNumberSchema = z.object({
  number: z.string(),
  name: z.nullable(z.string()),
  isDefault: z.boolean(),
});
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** Empty too where the token may not read them: GHL chooses then. */
export const phoneNumberListSchema = z.object({ numbers: z.array(phoneNumberSchema) });
