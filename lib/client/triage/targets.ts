import { currentState } from '@/lib/client/cache/list-fit';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import type { ListScene } from './list-scene';
import { isEmpty, isSelected, type Selection, selectedCount } from './selection';

/** What an act is about. */
export type Target = {
  /** Those that are loaded; more may be selected. */
  rows: readonly Conversation[];
  ids: readonly string[];
  count: number;
  /**
   * Set when everything is meant that a list's filter matches. What is newer than `seenUpTo` reopens; null where the
   * list's order does not tell: then what comes in after the act does.
   */
  filter: { search: string; exceptIds: string[]; seenUpTo: number | null } | null;
};

type Scene = Pick<ListScene, 'rows' | 'search' | 'filter' | 'total' | 'cursorId' | 'isAtCursor'>;

/**
 * The selection, else the row that has the keyboard's ring, else the open conversation, else the row the keyboard was on;
 * null when there is none of them.
 */
export function targetOf(
  scene: Scene | null,
  selection: Selection,
  open: { id: string; row: Conversation | undefined } | null,
): Target | null {
  if (scene && !isEmpty(selection)) return selectedTarget(scene, selection);
  const row = scene?.rows.find(({ id }) => id === scene.cursorId);
  if (row && scene?.isAtCursor()) return targetOfRow(row);
  if (open) return { rows: open.row ? [open.row] : [], ids: [open.id], count: 1, filter: null };
  return row ? targetOfRow(row) : null;
}

export function targetOfRow(row: ConversationRow): Target {
  return { rows: row.kind === 'conversation' ? [row] : [], ids: [row.id], count: 1, filter: null };
}

function selectedTarget(scene: Scene, selection: Selection): Target {
  const rows = scene.rows.flatMap((row) =>
    row.kind === 'conversation' && isSelected(selection, row.id) ? row : [],
  );
  const count = selectedCount(selection, scene.total);
  if (!selection.exceptIds) return { rows, ids: [...selection.ids], count, filter: null };
  return {
    rows,
    ids: rows.map(({ id }) => id),
    count,
    filter: {
      search: scene.search,
      exceptIds: [...selection.exceptIds],
      seenUpTo: isNewestFirst(scene.filter)
        ? rows.reduce<number | null>((newest, { lastMessage }) => later(newest, lastMessage.at), null)
        : null,
    },
  };
}

/** Only then is nothing that is still to be loaded newer than what is. */
function isNewestFirst({ view, sort }: ListScene['filter']): boolean {
  return (view === 'open' || view === 'all') && sort === 'newest';
}

function later(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

/**
 * What stands in the place of what leaves: the first row below the one at hand that stays, else the nearest above. Null
 * when nothing is left.
 */
export function nextAfterRemoval(
  rows: readonly { id: string }[],
  removedIds: ReadonlySet<string>,
  fromId: string,
): string | null {
  const from = rows.findIndex(({ id }) => id === fromId);
  if (from < 0) return null;
  const stays = ({ id }: { id: string }) => !removedIds.has(id);
  return (rows.slice(from + 1).find(stays) ?? rows.slice(0, from).findLast(stays))?.id ?? null;
}

/** What a key that goes both ways does now: where the target is mixed, the first of the two. */
export function toggleOf(
  kind: 'done' | 'read' | 'star',
  rows: readonly Conversation[],
  now: number,
): ConversationChange {
  const every = (has: (row: Conversation) => boolean) => rows.length > 0 && rows.every(has);
  if (kind === 'done') {
    return { kind: every((row) => currentState(row.team, now).kind === 'done') ? 'open' : 'done' };
  }
  if (kind === 'star') return { kind: 'star', isStarred: !every((row) => row.isStarred) };
  return { kind: 'mark', isUnread: every((row) => row.unreadCount === 0) };
}
