import * as z from 'zod/mini';
import { plainText } from '@/lib/shared/contract/send';
import { maxPasswordLength } from '@/lib/shared/password';
import { grants, roles } from '@/lib/shared/permissions';

const nameSchema = z.string().check(plainText, z.trim(), z.minLength(1), z.maxLength(100));
const emailSchema = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email());
const ghlUserIdSchema = z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)));

/** A person of the team, as its admins see them. Times are milliseconds. */
const teamPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  grants: z.array(z.enum(grants)),
  ghlUserId: z.nullable(z.string()),
  /** Whether they have ever come in; until then only a link lets them. */
  hasJoined: z.boolean(),
  /** Until when the newest link that was not used lets them in; in the past when it ran out, null when there is none. */
  linkExpiresAt: z.nullable(z.number()),
  lastSeenAt: z.nullable(z.number()),
  sessionCount: z.number(),
  isYou: z.boolean(),
  /** Why their access cannot be changed here; null when it can. */
  fixedBecause: z.nullable(z.enum(['settings', 'elsewhere'])),
});
export type TeamPerson = z.infer<typeof teamPersonSchema>;

export const teamSchema = z.object({ people: z.array(teamPersonSchema) });

export const addPersonSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  role: z.enum(roles),
  ghlUserId: ghlUserIdSchema,
  grants: z.array(z.enum(grants)).check(z.maxLength(grants.length)),
});
export type AddPerson = z.infer<typeof addPersonSchema>;

export const changePersonSchema = z.strictObject({
  name: z.optional(nameSchema),
  role: z.optional(z.enum(roles)),
  ghlUserId: z.optional(ghlUserIdSchema),
  grants: z.optional(z.array(z.enum(grants)).check(z.maxLength(grants.length))),
  /** Said by an admin who gives up being one. */
  isSure: z.optional(z.boolean()),
});
export type ChangePerson = z.infer<typeof changePersonSchema>;

/** The only time that a link is seen: its token is kept nowhere. */
export const madeLinkSchema = z.object({ personId: z.string(), url: z.string(), expiresAt: z.number() });
export type MadeLink = z.infer<typeof madeLinkSchema>;

const tokenSchema = z.string().check(z.maxLength(100));

export const readLinkSchema = z.strictObject({ token: tokenSchema });

/** What a link is for, told to whoever holds it. */
export const linkSchema = z.object({
  purpose: z.enum(['first-admin', 'invite', 'reset']),
  /** Null for the first admin, who says it themselves. */
  person: z.nullable(z.object({ name: z.string(), email: z.string() })),
  role: z.enum(roles),
  invitedBy: z.nullable(z.string()),
  locationName: z.string(),
  expiresAt: z.number(),
});
export type Link = z.infer<typeof linkSchema>;

export const joinSchema = z.strictObject({
  token: tokenSchema,
  password: z.string().check(z.maxLength(maxPasswordLength)),
  /** Of the first admin alone. */
  name: z.optional(nameSchema),
  email: z.optional(emailSchema),
});
export type Join = z.infer<typeof joinSchema>;
