import * as z from 'zod/mini';

/** The names of the location's tags. */
export const tagListSchema = z.object({ tags: z.array(z.string()) });
