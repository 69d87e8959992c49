import * as z from 'zod/mini';

/** Whether GHL takes the token, as far as the calls of everybody have shown. */
export const connectionStateSchema = z.object({
  /** Since when it does not, in milliseconds; null while it does. */
  brokenSince: z.nullable(z.number()),
  /** Whom to ask; named only while it is broken. */
  admins: z.array(z.string()),
});
export type ConnectionState = z.infer<typeof connectionStateSchema>;

const checkRowSchema = z.object({
  /** As GHL's documents write it; null where they name none. */
  scope: z.nullable(z.string()),
  /** As GHL's list of scopes calls it. */
  name: z.string(),
  /** What the inbox needs it for. */
  purpose: z.string(),
  /** `unproven`: only a write could show it, and a check writes nothing. */
  result: z.enum(['works', 'refused', 'untried', 'unproven']),
  /** Why it was refused or could not be tried, for people. */
  reason: z.nullable(z.string()),
});
export type CheckRow = z.infer<typeof checkRowSchema>;

export const connectionChecksSchema = z.object({
  location: z.object({ id: z.string(), name: z.string() }),
  mode: z.enum(['sandbox', 'token']),
  host: z.string(),
  verdict: z.object({
    tone: z.enum(['good', 'warn', 'bad']),
    text: z.string(),
    /** Whether adding scopes to the integration would help. */
    lacksScopes: z.boolean(),
  }),
  rows: z.array(checkRowSchema),
  /** Calls that are left today, as GHL last said; null when it did not. */
  leftToday: z.nullable(z.number()),
});
export type ConnectionChecks = z.infer<typeof connectionChecksSchema>;
