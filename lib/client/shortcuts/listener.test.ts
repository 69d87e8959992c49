// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from './commands';
import { createHandlers } from './handlers';
import { createKeyListener } from './listener';

let handlers: ReturnType<typeof createHandlers>;
let said: CommandId[];
let hasShortcuts: boolean;
let onKeyDown: (event: KeyboardEvent) => void;

beforeEach(() => {
  handlers = createHandlers();
  said = [];
  hasShortcuts = true;
  onKeyDown = createKeyListener({ hasShortcuts: () => hasShortcuts, ...handlers });
  window.addEventListener('keydown', onKeyDown);
  for (const id of ['list.next', 'conversation.done', 'go.inbox', 'palette', 'back', 'list.open'] as const)
    handlers.add(() => ({ [id]: () => said.push(id) }));
});

afterEach(() => {
  window.removeEventListener('keydown', onKeyDown);
  document.body.replaceChildren();
});

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
}

function press(key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...options });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('keys', () => {
  it('run their command, and then nothing else', () => {
    expect(press('j')).toBe(true);
    expect(said).toEqual(['list.next']);
  });

  it('that nobody answers are left to the browser', () => {
    expect(press('z')).toBe(false);
  });

  it.each([
    '<input>',
    '<textarea></textarea>',
    '<select></select>',
    '<div contenteditable="true"></div>',
    '<p role="textbox"></p>',
  ])('are dead in %s, but for those that write nothing', (html) => {
    const field = page(html);
    for (const key of ['j', 'e', 'g', 'i']) expect(press(key, {}, field), key).toBe(false);
    expect(press('k', { ctrlKey: true }, field)).toBe(true);
    expect(said).toEqual(['palette']);
  });

  it('typed into a field begin no sequence', () => {
    press('g', {}, page('<input>'));
    press('i');
    expect(said).toEqual([]);
  });

  it.each(['dialog', 'alertdialog', 'menu'])('are dead while a %s is open', (role) => {
    page(`<div role="${role}"><button>Yes</button></div>`);
    expect(press('e')).toBe(false);
    expect(press('Escape')).toBe(false);
    expect(said).toEqual([]);
  });

  it('are alive again while a dialog fades away', () => {
    page('<div role="dialog" data-state="closed"></div>');
    press('e');
    expect(said).toEqual(['conversation.done']);
  });

  it('that are held act once, unless they move', () => {
    press('e');
    expect(press('e', { repeat: true })).toBe(true);
    press('j');
    press('j', { repeat: true });
    expect(said).toEqual(['conversation.done', 'list.next', 'list.next']);
  });

  it('leave Enter to what has the focus', () => {
    expect(press('Enter', {}, page('<button>Send</button>'))).toBe(false);
    press('Enter');
    expect(said).toEqual(['list.open']);
  });

  it('that somebody took already are not taken twice', () => {
    const inner = page('<div></div>');
    inner.addEventListener('keydown', (event) => event.preventDefault());
    press('Escape', {}, inner);
    expect(said).toEqual([]);
  });

  it('can be switched off, but for those with Ctrl or ⌘ and Esc', () => {
    hasShortcuts = false;
    expect(press('j')).toBe(false);
    press('k', { metaKey: true });
    press('Escape');
    expect(said).toEqual(['palette', 'back']);
  });
});

describe('handlers', () => {
  it('are asked the latest first, and may decline', () => {
    const order: string[] = [];
    handlers.add(() => ({ undo: () => order.push('first') }));
    const leave = handlers.add(() => ({
      undo: () => {
        order.push('second');
        return false;
      },
    }));
    expect(handlers.run('undo', null)).toBe(true);
    leave();
    handlers.run('undo', null);
    expect(order).toEqual(['second', 'first', 'first']);
  });

  it('that all decline leave the key to the browser', () => {
    handlers.add(() => ({ 'select.all': () => false }));
    expect(press('a', { ctrlKey: true })).toBe(false);
  });
});
