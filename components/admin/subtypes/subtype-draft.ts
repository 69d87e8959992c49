import { type LanguageCode, languageName } from '@/lib/shared/contract/language';
import {
  maxSubtypeLength,
  type Subtype,
  type SubtypeChannel,
  type SubtypeList,
} from '@/lib/shared/contract/subtype';

export const subtypeFields = ['name', 'description', 'channel', 'language'] as const;

/** What is typed so far. It outlives its form: closing by mistake loses nothing. */
export type SubtypeDraft = {
  name: string;
  description: string;
  channel: SubtypeChannel;
  language: LanguageCode;
};

export const emptyDraft: SubtypeDraft = { name: '', description: '', channel: 'email', language: 'en' };

export function draftOf(subtype: Subtype): SubtypeDraft {
  return { ...emptyDraft, name: subtype.name, description: subtype.description ?? '' };
}

/** What GHL was asked for, and which types there were before. `subtypeId` is null for a new one. */
export type Attempt = {
  subtypeId: string | null;
  knownIds: ReadonlySet<string>;
  name: string;
  description: string;
};

/** Whether the list, read again, shows what was asked for: then only the answer was lost. */
export function hasArrived(
  { subtypeId, knownIds, ...asked }: Attempt,
  subtypes: readonly Subtype[],
): boolean {
  return subtypes.some(
    ({ id, name, description }) =>
      (subtypeId === null ? !knownIds.has(id) : id === subtypeId) &&
      name === asked.name &&
      (description ?? '') === asked.description,
  );
}

/** From here on the count is shown. */
const countedFrom = maxSubtypeLength - 20;

/** How much of the limit is used, once it comes near; counted as it will be sent. */
export function lengthWords(text: string): string | null {
  const length = text.trim().length;
  if (length < countedFrom) return null;
  if (length <= maxSubtypeLength) return `${length} of ${maxSubtypeLength} characters`;
  return `${length - maxSubtypeLength} too many: GoHighLevel takes ${maxSubtypeLength} characters`;
}

export const channelWords: Record<SubtypeChannel, string> = { email: 'Email', sms: 'SMS' };

/** "Email · English"; what GHL does not say is left out. */
export function aboutWords({ channel, language }: Pick<Subtype, 'channel' | 'language'>): string {
  return [channel && channelWords[channel], language && languageName(language)].filter(Boolean).join(' · ');
}

export type ReadyList = Extract<SubtypeList, { state: 'ready' }>;

/** Those in use, email first, and the archived. */
export function parted({ subtypes }: ReadyList): { current: Subtype[]; archived: Subtype[] } {
  const rank = ({ channel }: Subtype) => (channel === 'sms' ? 1 : 0);
  const ordered = [...subtypes].sort((one, other) => rank(one) - rank(other));
  return {
    current: ordered.filter(({ isArchived }) => !isArchived),
    archived: ordered.filter(({ isArchived }) => isArchived),
  };
}
