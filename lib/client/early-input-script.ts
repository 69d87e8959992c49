/** The conversation has a script of its own, which comes after that of the rest of the page. */
export type PagePart = 'page' | 'conversation';

/** What was pressed or typed before the page could hear it. */
type EarlyInput = {
  /** From here on a part of the page hears its own elements by itself. */
  hear: (part: PagePart) => void;
  /** Its keys too; what was typed into it is put in now, and what was pressed is done, in order. */
  replay: (part: PagePart) => void;
};

declare global {
  interface Window {
    /** Set by the script in the document's head. */
    earlyInput?: EarlyInput;
  }
}

/** For the document's head. Links are the browser's own and lead on at once; all else waits for the page's script. */
export const earlyInputScript = `(${keepEarlyInput})()`;

/** Written out into the page as text: it may use nothing from outside itself. */
function keepEarlyInput() {
  type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

  const boxes = 'textarea, select, input:not([type=checkbox], [type=radio])';
  const texts = new Map<Box, { part: string; typed: string; before: string | null }>();
  const heard = new Set<string>();
  const heardByKey = new Set<string>();
  let presses: { event: Event; target: Element; part: string }[] = [];

  for (const type of ['click', 'keydown', 'input', 'submit']) {
    // React listens at the document too, and stops what it cannot give to anybody yet. Whoever is added last is asked
    // after it: a press that has woken the page was heard by then.
    window.addEventListener(
      type,
      () => {
        document.removeEventListener(type, keep, true);
        document.addEventListener(type, keep, true);
      },
      true,
    );
  }
  window.earlyInput = { hear: (part) => void heard.add(part), replay: (part) => void replay(part) };

  function keep(event: Event) {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || target.closest('a[href]')) return;
    const part = target.closest('[data-part]')?.getAttribute('data-part') ?? 'page';
    if ((event instanceof KeyboardEvent ? heardByKey : heard).has(part)) return;
    if (target.matches(boxes)) {
      // Keys write into it by themselves, and a click only puts the caret there.
      const box = target as Box;
      const before = box instanceof HTMLTextAreaElement ? box.defaultValue : null;
      if (event.type === 'input') texts.set(box, { part, typed: box.value, before });
      return;
    }
    if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey)) return;
    // A form would be sent to the server by the browser, and a box be ticked behind the page's back.
    if (event.type === 'click' || event.type === 'submit') event.preventDefault();
    presses.push({ event, target, part });
  }

  async function replay(part: string) {
    heardByKey.add(part);
    const own = presses.filter((press) => press.part === part);
    presses = presses.filter((press) => press.part !== part);
    // Drafts that the browser has kept are drawn by then; nothing else comes in between, no key and no draw.
    await null;
    for (const [box, text] of texts) {
      if (text.part !== part) continue;
      texts.delete(box);
      if (box.isConnected) write(box, text.typed, text.before);
    }
    for (const { event, target } of own) {
      // Each sees what the one before it has changed.
      await new Promise((resolve) => setTimeout(resolve));
      if (!target.isConnected) continue;
      if (event.type === 'submit') {
        (target as HTMLFormElement).requestSubmit();
        continue;
      }
      // A menu opens when the button goes down; a click by a key has no such moment.
      if (event instanceof MouseEvent && event.detail > 0)
        target.dispatchEvent(new PointerEvent('pointerdown', event));
      target.dispatchEvent(new (event.constructor as typeof Event)(event.type, event));
    }
  }

  function write(box: Box, typed: string, before: string | null) {
    const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set;
    if (box instanceof HTMLSelectElement) {
      setValue?.call(box, typed);
      box.dispatchEvent(new Event('change', { bubbles: true }));
      return;
    }
    const isDraft = before !== null && ![before, ''].includes(box.value);
    const written = box.value.startsWith(typed) ? box.value : isDraft ? `${box.value} ${typed}` : typed;
    // Twice, because React hears a change only against the text it has seen last, and that may be this one.
    for (const text of ['', written]) {
      setValue?.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
