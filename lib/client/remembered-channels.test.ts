// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { rememberChannel, rememberedChannel } from './remembered-channels';

beforeEach(() => localStorage.clear());

it('remembers the last choice of each conversation, and of no other location', () => {
  rememberChannel('l1', 'c1', 'SMS');
  rememberChannel('l1', 'c2', 'Email');
  rememberChannel('l1', 'c1', 'WhatsApp');
  expect(rememberedChannel('l1', 'c1')).toBe('WhatsApp');
  expect(rememberedChannel('l1', 'c2')).toBe('Email');
  expect(rememberedChannel('l2', 'c1')).toBeNull();
});

it('lets the oldest choice go once there are many', () => {
  for (let i = 0; i < 301; i++) rememberChannel('l1', `c${i}`, 'SMS');
  expect(rememberedChannel('l1', 'c0')).toBeNull();
  expect(rememberedChannel('l1', 'c1')).toBe('SMS');
});

it('takes nothing from a storage that cannot be read', () => {
  localStorage.setItem('parley.channels/l1', '[["c1","Fax"]]');
  expect(rememberedChannel('l1', 'c1')).toBeNull();
  localStorage.setItem('parley.channels/l1', '{');
  expect(rememberedChannel('l1', 'c1')).toBeNull();
});
