import * as z from 'zod/mini';

const variableSchema = z.object({
  /** As it stands in the braces: `contact.first_name`. */
  name: z.string(),
  label: z.string(),
  group: z.enum(['contact', 'field', 'you', 'team']),
  /** Null: not known of this contact, or of nobody in particular. */
  value: z.nullable(z.string()),
});
export type Variable = z.infer<typeof variableSchema>;
export const variableListSchema = z.object({ variables: z.array(variableSchema) });
