// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPress } from './watch-press';

const key = (init: KeyboardEventInit = {}) => window.dispatchEvent(new KeyboardEvent('keydown', init));

beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState(null, '', '/l/l1/inbox/ana');
});
afterEach(() => vi.useRealTimers());

it('is still waited for where nothing else was done, also while the key is held down', () => {
  const isWaitedFor = watchPress();
  key({ repeat: true });
  vi.advanceTimersByTime(4_000);
  expect(isWaitedFor()).toBe(true);
});

it('is not waited for once the person types, has gone elsewhere, or it took long', () => {
  const typed = watchPress();
  key();
  expect(typed()).toBe(false);
  const left = watchPress();
  window.history.pushState(null, '', '/l/l1/inbox/ben');
  expect(left()).toBe(false);
  const late = watchPress();
  vi.advanceTimersByTime(6_000);
  expect(late()).toBe(false);
});
