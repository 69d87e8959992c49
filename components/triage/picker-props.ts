import type { Target } from '@/lib/client/triage/targets';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { conversationName, nameInSentence } from '@/lib/shared/format-name';

export type PickerProps = {
  locationId: string;
  target: Target;
  /** While its script was being fetched. */
  typed: string;
  currentUserId: string | null;
  onChange: (change: ConversationChange) => void;
  onClose: () => void;
};

/** "3 conversations", or the name of the one. */
export function targetWords({ rows, count }: Target): string {
  if (count > 1) return `${count} conversations`;
  const [row] = rows;
  return row ? nameInSentence(conversationName(row)) : 'the conversation';
}
