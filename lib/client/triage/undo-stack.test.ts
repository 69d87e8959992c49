import { expect, it } from 'vitest';
import { createUndoStack } from './undo-stack';

function stackOf(...ids: string[]) {
  const undone: string[] = [];
  const stack = createUndoStack();
  for (const id of ids) stack.push({ id, undo: () => undone.push(id) });
  return { stack, undone };
}

it('takes back the latest first, each act once', () => {
  const { stack, undone } = stackOf('a', 'b', 'c');
  expect([stack.undo(), stack.undo(), stack.undo(), stack.undo()]).toEqual([true, true, true, false]);
  expect(undone).toEqual(['c', 'b', 'a']);
});

it('takes back an act by its own button, and then the latest of the others', () => {
  const { stack, undone } = stackOf('a', 'b', 'c');
  stack.undo('b');
  expect(stack.undo('b')).toBe(false);
  stack.undo();
  stack.undo();
  expect(undone).toEqual(['b', 'c', 'a']);
});

it('leaves out what has failed', () => {
  const { stack, undone } = stackOf('a', 'b');
  stack.forget('b');
  stack.undo();
  expect(undone).toEqual(['a']);
});

it('does not go back for ever', () => {
  const { stack } = stackOf(...Array.from({ length: 50 }, (_, index) => String(index)));
  let depth = 0;
  while (stack.undo()) depth += 1;
  expect(depth).toBeLessThan(50);
});
