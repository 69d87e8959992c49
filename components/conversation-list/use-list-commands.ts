import { useEffect } from 'react';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { type ListScene, publishListScene } from '@/lib/client/triage/list-scene';
import { allOf, extended, toggled } from '@/lib/client/triage/selection';
import { changeSelection } from '@/lib/client/triage/selection-store';
import { conversationIdIn } from '@/lib/shared/paths';
import type { useListCursor } from './use-list-cursor';

type Options = Omit<ListScene, 'cursorId' | 'moveTo'> & {
  cursor: ReturnType<typeof useListCursor>;
  /** `isMoving`: the address is replaced, so that Back does not go through every row. `isHeld`: the key is kept down. */
  onOpen: (id: string, how: { isMoving: boolean; isHeld: boolean }) => void;
};

/** The keys of the list: move (the open conversation goes along), open, select. Answers what a pointer does to the selection. */
export function useListCommands({ cursor, onOpen, ...list }: Options) {
  const { locationId, search, rows } = list;
  const at = rows[cursor.index];
  const rowIds = () => rows.map(({ id }) => id);
  const change = (edit: Parameters<typeof changeSelection>[2]) => changeSelection(locationId, search, edit);

  useEffect(() => {
    publishListScene({
      ...list,
      cursorId: at?.id ?? null,
      moveTo: (id) => cursor.moveTo(rows.findIndex((row) => row.id === id)),
    });
  });
  useEffect(() => () => publishListScene(null), []);

  function move(step: 1 | -1, event: KeyboardEvent | null) {
    // From the address, which is ahead of what is drawn: keys come faster than a thread.
    const openId = conversationIdIn(window.location.pathname);
    const openIndex = openId === null ? -1 : rows.findIndex(({ id }) => id === openId);
    const isFirstMove = !cursor.isSet && openId === null;
    const target = isFirstMove ? 0 : (openIndex >= 0 ? openIndex : cursor.index) + step;
    const row = rows[target];
    if (!row) return;
    cursor.moveTo(target);
    if (openId !== null) onOpen(row.id, { isMoving: true, isHeld: event?.repeat ?? false });
  }

  function extend(step: 1 | -1) {
    const next = rows[cursor.index + step];
    if (!at || !next) return;
    change((selection) => extended(selection, rowIds(), at.id, next.id));
    cursor.moveTo(cursor.index + step);
  }

  useCommands({
    'list.next': (event) => move(1, event),
    'list.previous': (event) => move(-1, event),
    'list.open': () => at && onOpen(at.id, { isMoving: false, isHeld: false }),
    'select.toggle': () => at && change((selection) => toggled(selection, at.id)),
    'select.next': () => extend(1),
    'select.previous': () => extend(-1),
    'select.all': (event) => {
      // In a thread it selects its text, as everywhere.
      if (event?.target instanceof Element && event.target.closest('[role="log"], aside')) return false;
      change(() => allOf(rowIds()));
    },
  });

  return {
    toggle: (id: string) => change((selection) => toggled(selection, id)),
    /** From where the range began, else from the cursor. */
    extendTo: (id: string) => change((selection) => extended(selection, rowIds(), at?.id ?? id, id)),
  };
}
