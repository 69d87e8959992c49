import { useEffect } from 'react';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { type ListScene, publishListScene } from '@/lib/client/triage/list-scene';
import { allOf, extended, toggled } from '@/lib/client/triage/selection';
import { changeSelection } from '@/lib/client/triage/selection-store';
import { conversationIdIn } from '@/lib/shared/paths';
import { moveTarget } from './list-cursor';
import type { useListCursor } from './use-list-cursor';

type Options = Omit<ListScene, 'cursorId' | 'isAtCursor' | 'moveTo'> & {
  cursor: ReturnType<typeof useListCursor>;
  /** The conversation that is drawn as open. */
  openId: string | null;
  /** `isMoving`: the address is replaced, so that Back does not go through every row. `isHeld`: the key is kept down. */
  onOpen: (id: string, how: { isMoving: boolean; isHeld: boolean }) => void;
};

/** The keys of the list: move (the open conversation goes along), open, select. Answers what a pointer does to the selection. */
export function useListCommands({ cursor, openId: drawnOpenId, onOpen, ...list }: Options) {
  const { locationId, search, rows } = list;
  const at = rows[cursor.index];
  const rowIds = () => rows.map(({ id }) => id);
  const change = (edit: Parameters<typeof changeSelection>[2]) => changeSelection(locationId, search, edit);

  // From the address, which is ahead of what is drawn: keys come faster than a thread.
  const openNow = () => conversationIdIn(window.location.pathname);
  const isAtCursor = () => cursor.isSet && cursor.isApart() && openNow() === drawnOpenId;

  useEffect(() => {
    publishListScene({
      ...list,
      // What is only the first of the list, and looks like the others, is nobody's choice.
      cursorId: cursor.isSet ? (at?.id ?? null) : null,
      isAtCursor,
      moveTo: (id) => cursor.moveTo(rows.findIndex((row) => row.id === id)),
    });
  });
  useEffect(() => () => publishListScene(null), []);

  function move(step: 1 | -1, event: KeyboardEvent | null) {
    const openId = openNow();
    const target = moveTarget(step, {
      cursorIndex: cursor.isSet ? cursor.index : null,
      isAtCursor: isAtCursor(),
      openIndex: openId === null ? null : rows.findIndex(({ id }) => id === openId),
      tabStop: cursor.index,
    });
    const row = rows[target];
    if (!row) return;
    cursor.moveTo(target);
    if (openId !== null) onOpen(row.id, { isMoving: true, isHeld: event?.repeat ?? false });
  }

  function extend(step: 1 | -1) {
    const next = rows[cursor.index + step];
    if (!at || !next) return;
    change((selection) => extended(selection, rowIds(), at.id, next.id));
    cursor.setApart();
    cursor.moveTo(cursor.index + step);
  }

  function toggleAtCursor() {
    if (at) change((selection) => toggled(selection, at.id));
  }

  useCommands({
    'list.next': (event) => move(1, event),
    'list.previous': (event) => move(-1, event),
    'list.open': () => at && onOpen(at.id, { isMoving: false, isHeld: false }),
    'select.toggle': toggleAtCursor,
    'select.next': () => extend(1),
    'select.previous': () => extend(-1),
    'select.all': (event) => {
      // In a thread it selects its text, as everywhere.
      if (event?.target instanceof Element && event.target.closest('[role="log"], aside')) return false;
      change(() => allOf(rowIds()));
    },
  });

  return {
    extend,
    toggleAtCursor,
    toggle: (id: string) => change((selection) => toggled(selection, id)),
    /** From where the range began, else from the cursor. */
    extendTo: (id: string) => change((selection) => extended(selection, rowIds(), at?.id ?? id, id)),
  };
}
