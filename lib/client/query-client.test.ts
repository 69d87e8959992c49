import { MutationObserver, notifyManager } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createQueryClient } from './query-client';

it('tells that a write is on its way before any further event, so that a second Enter finds the button taken', async () => {
  const client = createQueryClient(() => {});
  const write = new MutationObserver(client, { mutationFn: () => new Promise(() => {}) });
  let isPending = false;
  // As the hook for React listens.
  const onResult = notifyManager.batchCalls((result: { isPending: boolean }) => {
    isPending = result.isPending;
  });
  write.subscribe((result) => onResult(result));
  void write.mutate();
  // Microtasks alone: not even a timer of 0 ms has run.
  await Promise.resolve();
  await Promise.resolve();
  expect(isPending).toBe(true);
});
