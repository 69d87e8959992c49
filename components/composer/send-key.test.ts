import { describe, expect, it } from 'vitest';
import { isSendKey } from './send-key';

const enter = {
  key: 'Enter',
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
};
const inText = { channel: 'SMS', enterKey: 'send', isInText: true, isTouch: false } as const;

describe('Enter', () => {
  it('with Ctrl or ⌘ sends, whatever the settings say', () => {
    const where = { ...inText, channel: 'Email', enterKey: 'newline', isTouch: true } as const;
    expect(isSendKey({ ...enter, ctrlKey: true }, where)).toBe(true);
    expect(isSendKey({ ...enter, metaKey: true }, where)).toBe(true);
  });

  it('alone sends a text message where the person wants it so', () => {
    expect(isSendKey(enter, inText)).toBe(true);
    expect(isSendKey(enter, { ...inText, enterKey: 'newline' })).toBe(false);
  });

  it('with Shift begins a new line', () => {
    expect(isSendKey({ ...enter, shiftKey: true }, inText)).toBe(false);
  });

  it.each([
    ['in an email', { channel: 'Email' }],
    ['on a keyboard on the screen', { isTouch: true }],
    ['on a button', { isInText: false }],
  ] as const)('alone sends nothing %s', (_where, change) => {
    expect(isSendKey(enter, { ...inText, ...change })).toBe(false);
  });

  it('that ends a word being composed sends nothing', () => {
    expect(isSendKey({ ...enter, isComposing: true }, inText)).toBe(false);
    expect(isSendKey({ ...enter, isComposing: true, ctrlKey: true }, inText)).toBe(false);
  });
});
