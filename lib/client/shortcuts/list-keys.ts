import type { KeyPress } from './chord';
import { type CommandId, command, commandIds } from './commands';
import { bindingsOf, createMatcher } from './matcher';

const match = createMatcher(
  bindingsOf(
    Object.fromEntries(commandIds.map((id) => [id, { keys: command(id).inList ?? [] }])) as Record<
      CommandId,
      { keys: readonly string[] }
    >,
  ),
);

/** What a key does while the list has the focus; null for a key that is not the list's own. */
export function listCommandOf(press: KeyPress): CommandId | null {
  const found = match(press, 0);
  return found.kind === 'command' ? found.id : null;
}
