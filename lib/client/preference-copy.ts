import * as z from 'zod/mini';
import {
  defaultSettings,
  type PersonSettings,
  type PersonSettingsChange,
  personSettingsChangeSchema,
  type SavedSettings,
  savedSettingsSchema,
} from '@/lib/shared/contract/person-settings';

const copySchema = z.object({
  /** Null: not known yet whose settings they are. */
  personId: z.nullable(z.string()),
  saved: savedSettingsSchema,
  /** Changed here, and not confirmed by our server yet. */
  unsaved: personSettingsChangeSchema,
});
/** What this browser holds of a person's settings. */
export type PreferenceCopy = z.infer<typeof copySchema>;

export const noCopy: PreferenceCopy = {
  personId: null,
  saved: { settings: defaultSettings, revision: 0 },
  unsaved: {},
};

export function settingsNow({ saved, unsaved }: PreferenceCopy): PersonSettings {
  return { ...saved.settings, ...unsaved };
}

/** What the server has, unless a later answer of it is known already. Somebody else's copy is dropped whole. */
export function withServerSettings(
  copy: PreferenceCopy,
  personId: string,
  saved: SavedSettings,
): PreferenceCopy {
  if (copy.personId !== null && copy.personId !== personId) return { personId, saved, unsaved: {} };
  return { ...copy, personId, saved: saved.revision >= copy.saved.revision ? saved : copy.saved };
}

export function withChange(copy: PreferenceCopy, change: PersonSettingsChange): PreferenceCopy {
  return { ...copy, unsaved: { ...copy.unsaved, ...change } };
}

/** After the server took `sent`: what was changed once more in the meantime is still to be saved. */
export function withSaved(
  copy: PreferenceCopy,
  sent: PersonSettingsChange,
  saved: SavedSettings,
): PreferenceCopy {
  const left = Object.entries(copy.unsaved).filter(
    ([name, value]) => sent[name as keyof PersonSettingsChange] !== value,
  );
  return {
    ...copy,
    saved: saved.revision >= copy.saved.revision ? saved : copy.saved,
    unsaved: Object.fromEntries(left),
  };
}

/** Null when it is none, or none any more. */
export function parseCopy(text: string | null): PreferenceCopy | null {
  try {
    return copySchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
