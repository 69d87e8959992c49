import * as z from 'zod/mini';

/** A GHL user of a location: whom a contact can belong to. */
export const userSchema = z.object({ id: z.string(), name: z.string(), email: z.nullable(z.string()) });
export type User = z.infer<typeof userSchema>;

export const userListSchema = z.object({ users: z.array(userSchema) });
