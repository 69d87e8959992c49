import { expect, it } from 'vitest';
import { commentTokens } from './comment-tokens';

it('shows mentions by name, without the id', () => {
  expect(commentTokens('@Mika Kaur<userId>u1</userId> and @Jo<userId>u2</userId>: a@b.example <b>')).toEqual([
    { kind: 'mention', text: '@Mika Kaur', userId: 'u1' },
    { kind: 'text', text: ' and ' },
    { kind: 'mention', text: '@Jo', userId: 'u2' },
    { kind: 'text', text: ': a@b.example <b>' },
  ]);
});

it('leaves a text without mentions alone', () => {
  expect(commentTokens('plain <userId>x')).toEqual([{ kind: 'text', text: 'plain <userId>x' }]);
  expect(commentTokens('')).toEqual([]);
});
