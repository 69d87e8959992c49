import * as z from 'zod/mini';
import { notAllowedSchema, offSchema } from '@/lib/shared/contract/subtype';

/** `unknown`: GHL gives none, or none that can be understood. It is never taken for a yes. */
export const preferenceStatuses = ['subscribed', 'unsubscribed', 'unknown'] as const;
export type PreferenceStatus = (typeof preferenceStatuses)[number];

const preferenceTypeSchema = z.object({
  /** Null: the default type, "One on One". */
  subtypeId: z.nullable(z.string()),
  name: z.string(),
  isArchived: z.boolean(),
  status: z.enum(preferenceStatuses),
});
export type PreferenceType = z.infer<typeof preferenceTypeSchema>;

const preferenceAddressSchema = z.object({
  email: z.string(),
  /** Where GHL gives one status for the whole address instead of one for each type. */
  overall: z.nullable(z.enum(preferenceStatuses)),
  types: z.array(preferenceTypeSchema),
});
export type PreferenceAddress = z.infer<typeof preferenceAddressSchema>;

const readyPreferencesSchema = z.object({
  state: z.literal('ready'),
  addresses: z.array(preferenceAddressSchema),
  /** Names of the SMS types: GHL gives no status of a contact for these. */
  smsTypes: z.array(z.string()),
  /** Entries of GHL's answer that fit no address or type. */
  unreadable: z.number(),
});
export type ReadyPreferences = z.infer<typeof readyPreferencesSchema>;

export const preferencesSchema = z.discriminatedUnion('state', [
  readyPreferencesSchema,
  offSchema,
  notAllowedSchema,
]);
export type Preferences = z.infer<typeof preferencesSchema>;

/** GHL names no limit; ours is what fits a sentence, and a note. */
const maxLegalReasonLength = 300;
const maxLegalDescriptionLength = 1000;

const plainText = z.overwrite<string>((text) => text.toWellFormed().replaceAll('\0', '').trim());
const email = z.string().check(z.maxLength(254));
const defaultTarget = z.strictObject({ kind: z.literal('default') });
const customTarget = z.strictObject({
  kind: z.literal('custom'),
  subtypeId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
});

const unsubscribeSchema = z.strictObject({
  change: z.literal('unsubscribe'),
  email,
  target: z.discriminatedUnion('kind', [defaultTarget, customTarget]),
});

/** GHL takes back an unsubscription only with the reason that makes it lawful. */
export const resubscribeSchema = z.strictObject({
  change: z.literal('resubscribe'),
  email,
  target: z.discriminatedUnion('kind', [
    defaultTarget,
    customTarget,
    z.strictObject({ kind: z.literal('all') }),
  ]),
  legalReason: z
    .string()
    .check(
      plainText,
      z.minLength(1, 'Say why this is allowed.'),
      z.maxLength(maxLegalReasonLength, `At most ${maxLegalReasonLength} characters.`),
    ),
  legalDescription: z
    .string()
    .check(
      plainText,
      z.maxLength(maxLegalDescriptionLength, `At most ${maxLegalDescriptionLength} characters.`),
    ),
});
export type Resubscribe = z.infer<typeof resubscribeSchema>;

export const preferenceChangeSchema = z.discriminatedUnion('change', [unsubscribeSchema, resubscribeSchema]);
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;
