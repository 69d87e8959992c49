import * as z from 'zod/mini';
import { filterFromSearch, searchFromFilter } from '@/lib/shared/inbox-address';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** A filter as the inbox's address has it, in the one form that each filter has. What makes no sense is refused. */
const search = z.pipe(
  z.string().check(z.maxLength(2000)),
  z.transform((text: string, context) => {
    const { filter, ignored } = filterFromSearch(new URLSearchParams(text));
    if (ignored.length === 0) return searchFromFilter(filter);
    context.issues.push({ code: 'custom', message: `Not understood: ${ignored.join(', ')}`, input: text });
    return z.NEVER;
  }),
);

export const newSavedViewSchema = z.strictObject({ name, search, isShared: z.boolean() });
export type NewSavedView = z.infer<typeof newSavedViewSchema>;

export const savedViewChangeSchema = z
  .strictObject({
    name: z.optional(name),
    search: z.optional(search),
    isShared: z.optional(z.boolean()),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, 'Nothing to change'));
export type SavedViewChange = z.infer<typeof savedViewChangeSchema>;

/** A filter with a name, one's own or everybody's at the location. "Me" in it is whoever looks. */
export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  search: z.string(),
  isShared: z.boolean(),
  isMine: z.boolean(),
  /** Null: the person is not here any more. */
  authorName: z.nullable(z.string()),
  canChange: z.boolean(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViewListSchema = z.object({ views: z.array(savedViewSchema) });
