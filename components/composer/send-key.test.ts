import { describe, expect, it } from 'vitest';
import { sendKey } from './send-key';

const enter = {
  key: 'Enter',
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
};
const inText = { channel: 'SMS', enterKey: 'send', isInText: true, isTouch: false } as const;

describe('Enter', () => {
  it('with Ctrl or ⌘ sends, whatever the settings say', () => {
    const where = { ...inText, channel: 'Email', enterKey: 'newline', isTouch: true } as const;
    expect(sendKey({ ...enter, ctrlKey: true }, where)).toBe('send');
    expect(sendKey({ ...enter, metaKey: true }, where)).toBe('send');
  });

  it('with Shift too sends, and the conversation is done', () => {
    expect(sendKey({ ...enter, ctrlKey: true, shiftKey: true }, inText)).toBe('send-done');
  });

  it('alone sends a text message where the person wants it so', () => {
    expect(sendKey(enter, inText)).toBe('send');
    expect(sendKey(enter, { ...inText, channel: 'InternalComment' })).toBe('send');
    expect(sendKey(enter, { ...inText, enterKey: 'newline' })).toBeNull();
  });

  it('with Shift begins a new line', () => {
    expect(sendKey({ ...enter, shiftKey: true }, inText)).toBeNull();
  });

  it.each([
    ['in an email', { channel: 'Email' }],
    ['in a public reply', { channel: 'Review' }],
    ['on a keyboard on the screen', { isTouch: true }],
    ['on a button', { isInText: false }],
  ] as const)('alone sends nothing %s', (_where, change) => {
    expect(sendKey(enter, { ...inText, ...change })).toBeNull();
  });

  it('that ends a word being composed sends nothing', () => {
    expect(sendKey({ ...enter, isComposing: true }, inText)).toBeNull();
    expect(sendKey({ ...enter, isComposing: true, ctrlKey: true }, inText)).toBeNull();
    expect(sendKey({ ...enter, keyCode: 229 }, inText)).toBeNull();
  });

  it('with AltGr writes', () => {
    expect(sendKey({ ...enter, ctrlKey: true, altKey: true }, inText)).toBeNull();
  });
});
