import type { ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';

/** What the list shows at this moment, for what happens at a key press. Nothing is drawn from it. */
export type ListScene = {
  locationId: string;
  filter: ListFilter;
  /** The filter as a query string: the list's name. */
  search: string;
  rows: readonly ConversationRow[];
  /** The row under the keyboard; null until a person has put it anywhere: nobody sees it before. */
  cursorId: string | null;
  /** Whether a person has put it beside the open conversation, and sees the ring there. */
  isAtCursor: () => boolean;
  /** How many the filter matches, as far as it is known. */
  total: number;
  /** Puts the keyboard on a row. */
  moveTo: (id: string) => void;
};

let scene: ListScene | null = null;

export function publishListScene(next: ListScene | null): void {
  scene = next;
}

export function readListScene(locationId: string): ListScene | null {
  return scene?.locationId === locationId ? scene : null;
}
