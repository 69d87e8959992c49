import { type CommandId, command, commandIds, commands } from './commands';
import { bindingsOf, createMatcher } from './matcher';

/** Where keys write, or choose by their letters. */
const typingSelector =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
/** Enter presses what has the focus; it is ours only where it would do nothing. */
const pressableSelector =
  'a[href], button, summary, [role="option"], [role="tab"], [role="radio"], [role="menuitem"], [role="button"]';
/** Whatever lies over the page has its own keys; one that is on its way out has none any more. */
const overlaySelector = ['dialog', 'alertdialog', 'menu']
  .map((role) => `[role="${role}"]:not([data-state="closed"])`)
  .join();

type ListenerOptions = {
  /** Whether single signs are on. */
  hasShortcuts: () => boolean;
  /** Whether anybody answers the command now. */
  has: (id: CommandId) => boolean;
  run: (id: CommandId, event: KeyboardEvent) => boolean;
};

/** The one listener for keys: from a key press to a command, or to nothing. */
export function createKeyListener({ hasShortcuts, has, run }: ListenerOptions) {
  const all = createMatcher(bindingsOf(commands));
  // Apart from the above, so that a letter that was typed into a field never begins a sequence.
  const unprinted = createMatcher(onlyWhere((chord) => chord.startsWith('Mod+') || chord === 'Escape'));
  const typing = createMatcher(onlyWhere((_chord, id) => command(id).whileTyping === true));

  return function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.ownerDocument.querySelector(overlaySelector)) return;
    if (event.key === 'Enter' && target?.closest(pressableSelector)) return;
    const match = target?.closest(typingSelector) ? typing : hasShortcuts() ? all : unprinted;
    const found = match(event, event.timeStamp);
    if (found.kind !== 'command' || !has(found.id)) return;
    const isRepeatTooMany = event.repeat && !command(found.id).repeats;
    if (isRepeatTooMany || run(found.id, event)) event.preventDefault();
  };
}

function onlyWhere(isIn: (chord: string, id: CommandId) => boolean) {
  const table = commandIds.map((id) => [id, { keys: command(id).keys.filter((chord) => isIn(chord, id)) }]);
  return bindingsOf(Object.fromEntries(table) as Record<CommandId, { keys: string[] }>);
}
