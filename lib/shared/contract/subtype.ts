import * as z from 'zod/mini';
import { languageCodes } from '@/lib/shared/contract/language';

/** Of a name and of a description: GHL's own limit. */
export const maxSubtypeLength = 100;
export const subtypeChannels = ['email', 'sms'] as const;
export type SubtypeChannel = (typeof subtypeChannels)[number];

const subtypeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  /** Null when GHL does not say. */
  channel: z.nullable(z.enum(subtypeChannels)),
  /** GHL's own code: an open set. */
  language: z.nullable(z.string()),
  isArchived: z.boolean(),
});
export type Subtype = z.infer<typeof subtypeSchema>;

/** GHL has the feature switched off for this location, or this version of its API does not have it. */
export const offSchema = z.object({ state: z.literal('off') });

/** GHL refuses this token: a scope is missing, or the rights of an admin. */
export const notAllowedSchema = z.object({
  state: z.literal('not_allowed'),
  lacks: z.enum(['scope', 'role']),
});
export type Unavailable = z.infer<typeof offSchema> | z.infer<typeof notAllowedSchema>;

export const subtypeListSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    subtypes: z.array(subtypeSchema),
    /** Entries of GHL's list that could not be understood. */
    unreadable: z.number(),
  }),
  offSchema,
  notAllowedSchema,
]);
export type SubtypeList = z.infer<typeof subtypeListSchema>;

/** One line, so that what is counted is what is seen. */
const line = z.overwrite<string>((text) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim(),
);
const tooLong = `At most ${maxSubtypeLength} characters.`;
const name = z
  .string()
  .check(line, z.minLength(1, 'Give it a name.'), z.maxLength(maxSubtypeLength, tooLong));
const description = z.string().check(line, z.maxLength(maxSubtypeLength, tooLong));

export const subtypeRequestSchema = z.strictObject({
  name,
  description,
  channel: z.enum(subtypeChannels, 'Choose a channel.'),
  language: z.enum(languageCodes, 'Choose a language.'),
});
export type SubtypeRequest = z.infer<typeof subtypeRequestSchema>;

/** GHL changes neither channel nor language, and deletes nothing. */
export const subtypePatchSchema = z
  .strictObject({
    name: z.optional(name),
    description: z.optional(description),
    isArchived: z.optional(z.boolean()),
  })
  .check(z.refine((patch) => Object.values(patch).some((value) => value !== undefined), 'Nothing to change'));
export type SubtypePatch = z.infer<typeof subtypePatchSchema>;
