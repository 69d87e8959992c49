import * as z from 'zod/mini';
import { richTextSchema } from '@/lib/shared/contract/rich-text';
import { richLength } from '@/lib/shared/rich-text';

export const undoChoices = [5, 10, 20, 30] as const;
/** 0: a message leaves at once. */
export const sendUndoChoices = [0, 5, 10, 20, 30] as const;

export const maxSignatureLength = 2_000;

const values = {
  /** What is shown once the open conversation is done. */
  afterDone: z.enum(['next', 'stay', 'list']),
  /** What makes a conversation read, for the whole team and in GHL. */
  readMarks: z.enum(['on-open', 'on-reply', 'by-hand']),
  /** How long an act offers to be undone. */
  undoSeconds: z.literal(undoChoices),
  /** How long a message is held back before it leaves, counted by the server. */
  sendUndoSeconds: z.literal(sendUndoChoices),
  /** In a text message; an email takes Enter for a new line. */
  enterKey: z.enum(['send', 'newline']),
  hasSounds: z.boolean(),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['normal', 'compact']),
  /** Keys that are a single sign. Those with Ctrl or ⌘, and Esc, write nothing and stay on. */
  hasShortcuts: z.boolean(),
  /** Beneath each email, unless it is left out there. Null: none. */
  signature: z.nullable(
    richTextSchema.check(
      z.refine((doc) => richLength(doc) <= maxSignatureLength, 'The signature is too long'),
    ),
  ),
};

/** How one person works: theirs alone, in every browser and location. What is not known is as everybody starts. */
export const personSettingsSchema = z.object({
  afterDone: z.catch(values.afterDone, 'next'),
  readMarks: z.catch(values.readMarks, 'by-hand'),
  undoSeconds: z.catch(values.undoSeconds, 10),
  sendUndoSeconds: z.catch(values.sendUndoSeconds, 10),
  enterKey: z.catch(values.enterKey, 'newline'),
  hasSounds: z.catch(values.hasSounds, false),
  theme: z.catch(values.theme, 'system'),
  density: z.catch(values.density, 'normal'),
  hasShortcuts: z.catch(values.hasShortcuts, true),
  signature: z.catch(values.signature, null),
});
export type PersonSettings = z.infer<typeof personSettingsSchema>;

export const defaultSettings: PersonSettings = personSettingsSchema.parse({});

/** A change names what it changes, and nothing else. */
export const personSettingsChangeSchema = z.partial(z.strictObject(values));
export type PersonSettingsChange = z.infer<typeof personSettingsChangeSchema>;

/** Of two copies the one with the higher revision is the newer; 0: nothing was ever changed. */
export const savedSettingsSchema = z.object({ settings: personSettingsSchema, revision: z.number() });
export type SavedSettings = z.infer<typeof savedSettingsSchema>;
