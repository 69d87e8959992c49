// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { keepingKeys } from './typed-ahead';

let acted: string[];
let arrive: (script: string) => void;
let fail: (error: Error) => void;

const load = () =>
  new Promise<string>((resolve, reject) => {
    arrive = resolve;
    fail = reject;
  });

beforeEach(() => {
  acted = [];
  const onKeyDown = (event: KeyboardEvent) => acted.push(event.key);
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
});

function press(key: string, options: KeyboardEventInit = {}): boolean {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...options });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

it('keeps what is typed for the dialog, and lets no key reach the list', async () => {
  const opening = keepingKeys(load);
  for (const key of ['e', 'x', 'Backspace', 'd', ' ', 'Enter', 'Delete', 'ArrowDown']) press(key);
  arrive('dialog');
  expect(await opening).toEqual({ loaded: 'dialog', typed: 'ed ' });
  expect(acted).toEqual([]);
});

it('lets keys do what they always do once the dialog is there', async () => {
  const opening = keepingKeys(load);
  arrive('dialog');
  await opening;
  expect(press('e')).toBe(false);
  expect(acted).toEqual(['e']);
});

it.each([
  ['Esc', () => press('Escape')],
  ['the same key again', () => press('k', { ctrlKey: true })],
  ['a press elsewhere', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
])('is given up by %s', async (_name, giveUp) => {
  const opening = keepingKeys(load);
  giveUp();
  expect(acted).toEqual([]);
  press('j');
  expect(acted).toEqual(['j']);
  arrive('dialog');
  expect(await opening).toBeNull();
});

it('is not given up by the key that is still held', async () => {
  const opening = keepingKeys(load);
  expect(press('k', { ctrlKey: true, repeat: true })).toBe(true);
  arrive('dialog');
  expect(await opening).toEqual({ loaded: 'dialog', typed: '' });
});

it('leaves the keys of the browser to the browser, and none of them to the list', async () => {
  const opening = keepingKeys(load);
  expect(press('r', { ctrlKey: true })).toBe(false);
  arrive('dialog');
  expect(await opening).toEqual({ loaded: 'dialog', typed: '' });
  expect(acted).toEqual([]);
});

it('opens the later of two', async () => {
  const first = keepingKeys(load);
  const arriveFirst = arrive;
  const second = keepingKeys(load);
  press('a');
  arriveFirst('first');
  arrive('second');
  expect(await first).toBeNull();
  expect(await second).toEqual({ loaded: 'second', typed: 'a' });
});

it('frees the keys where the script cannot be had', async () => {
  const opening = keepingKeys(load);
  fail(new Error('offline'));
  await expect(opening).rejects.toThrow('offline');
  press('j');
  expect(acted).toEqual(['j']);
});
