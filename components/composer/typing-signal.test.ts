import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTypingSignal } from './typing-signal';

const told: boolean[] = [];
const signal = () => createTypingSignal((isTyping) => told.push(isTyping));

beforeEach(() => {
  told.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('tells at the first key, and again only now and then', () => {
  const { typed } = signal();
  for (let second = 0; second < 9; second++) {
    typed();
    vi.advanceTimersByTime(1_000);
  }
  expect(told).toEqual([true, true, true]);
});

it('tells once that nobody writes any more, after a while or at once', () => {
  const { typed, stopped } = signal();
  typed();
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([true, false]);
  stopped();
  expect(told).toEqual([true, false]);
  typed();
  stopped();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true, false, true, false]);
});
