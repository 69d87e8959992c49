import * as z from 'zod/mini';

export const locationSchema = z.object({
  id: z.string(),
  name: z.string(),
  timezone: z.nullable(z.string()),
});
export type Location = z.infer<typeof locationSchema>;
