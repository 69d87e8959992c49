import { expect, it } from 'vitest';
import { sendNews, sendStates } from './send-news';
import { anOutgoing, aSend } from './test-data';

const pending = [anOutgoing('a')];
const of = (parts: Partial<Parameters<typeof aSend>[0]>) =>
  sendStates([aSend({ clientId: 'a', ...parts })], []);

it('tells how a send under way ended, once', () => {
  const clicked = sendStates([], pending);
  const sending = sendStates([aSend({ clientId: 'a', state: 'sending' })], pending);
  const sent = of({ state: 'sent' });
  expect(sendNews(clicked, sending)).toEqual([]);
  expect(sendNews(sending, sent)).toEqual(['Sent']);
  expect(sendNews(clicked, sent)).toEqual(['Sent']);
  expect(sendNews(sent, sent)).toEqual([]);
});

it('tells the time until it leaves once, and not each second', () => {
  const held = of({ state: 'held', leavesInMs: 9_700 });
  expect(sendNews(sendStates([], pending), held)).toEqual(['Sends in 10 seconds']);
  expect(sendNews(held, of({ state: 'held', leavesInMs: 8_700 }))).toEqual([]);
});

it('tells that it waits for the network, was stopped, and was taken back', () => {
  const waiting = sendStates([], [anOutgoing('a', { phase: 'waiting' })]);
  const held = of({ state: 'held', leavesInMs: 9_700 });
  expect(sendNews(sendStates([], pending), waiting)).toEqual(['Waiting for network']);
  expect(sendNews(held, of({ state: 'stopped' }))).toEqual(['Not sent: they wrote before it left']);
  expect(sendNews(held, of({ state: 'withdrawn' }))).toEqual(['Taken back: the text is in the box']);
});

it('says why a send was refused, where anyone knows', () => {
  const clicked = sendStates([], pending);
  const error = { code: 'ghl_refused', message: 'DND is active for SMS.' };
  expect(sendNews(clicked, of({ state: 'failed', error }))).toEqual(['Not sent: DND is active for SMS']);
  expect(sendNews(clicked, of({ state: 'failed', error: null }))).toEqual(['Not sent']);
});

it('is silent about what was there when the thread was opened', () => {
  expect(sendNews(new Map(), of({ state: 'failed' }))).toEqual([]);
});
