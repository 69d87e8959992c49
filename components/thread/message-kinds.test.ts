import { expect, it } from 'vitest';
import { isShown, type MessageKind, shownKinds } from './message-kinds';
import { aMessage } from './test-data';

it.each([
  ['TYPE_SMS', 'messages'],
  ['TYPE_LIVE_CHAT', 'messages'],
  ['TYPE_REVIEW', 'messages'],
  ['TYPE_SOMETHING_NEW', 'messages'],
  ['TYPE_EMAIL', 'emails'],
  ['TYPE_CAMPAIGN_EMAIL', 'emails'],
  ['TYPE_CALL', 'calls'],
  ['TYPE_VOICEMAIL', 'calls'],
  ['TYPE_INTERNAL_COMMENT', 'comments'],
  ['TYPE_ACTIVITY_APPOINTMENT', 'events'],
  ['TYPE_NO_SHOW', 'events'],
] satisfies [string, MessageKind][])('%s is shown among %s, and nowhere else', (type, kind) => {
  const message = aMessage({ id: 'm', type });
  expect(shownKinds.filter((shown) => isShown(message, shown))).toEqual(['everything', kind]);
});

it('hides no message for being unreadable', () => {
  expect(isShown({ kind: 'unreadable', id: 'u', at: null }, 'messages')).toBe(true);
});
