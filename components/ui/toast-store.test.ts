import { afterEach, expect, it } from 'vitest';
import { dismissToast, readToasts, showToast, subscribeToasts } from './toast-store';

const texts = () => readToasts().map((toast) => toast.text);

afterEach(() => {
  for (const { id } of readToasts()) dismissToast(id);
});

it('keeps the newest three', () => {
  for (const text of ['one', 'two', 'three', 'four']) showToast({ text });
  expect(texts()).toEqual(['two', 'three', 'four']);
});

it('replaces a toast of the same id in its place', () => {
  showToast({ id: 'read', text: 'Marked 1 as read' });
  showToast({ text: 'Copied' });
  showToast({ id: 'read', text: 'Marked 2 as read' });
  expect(texts()).toEqual(['Marked 2 as read', 'Copied']);
});

it('gives more time where there is something to press, and all the time to bad news', () => {
  showToast({ text: 'Copied' });
  showToast({ text: 'Marked 3 as read', action: { label: 'Undo', onAction: () => undefined } });
  showToast({ text: 'Not sent', tone: 'bad' });
  const [plain, withAction, bad] = readToasts().map((toast) => toast.durationMs);
  expect(withAction).toBeGreaterThan(plain ?? Number.POSITIVE_INFINITY);
  expect(bad).toBeNull();
});

it('tells its listeners until they leave', () => {
  let calls = 0;
  const unsubscribe = subscribeToasts(() => {
    calls += 1;
  });
  const id = showToast({ text: 'Copied' });
  dismissToast(id);
  unsubscribe();
  showToast({ text: 'Copied again' });
  expect(calls).toBe(2);
});
