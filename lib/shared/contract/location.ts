import * as z from 'zod/mini';

export const locationSchema = z.object({
  id: z.string(),
  name: z.string(),
  timezone: z.nullable(z.string()),
  /** Where its emails come from, unless somebody sends from an address of their own. */
  email: z.nullable(z.string()),
});
export type Location = z.infer<typeof locationSchema>;
