import { expect, it } from 'vitest';
import { sendNews, sendStates } from './send-news';
import { aRequest, aSend } from './test-data';

const pending = [
  {
    request: { ...aRequest(), clientId: 'a' },
    attachmentNames: [],
    draftKey: 'd',
    startedAt: 1,
  },
];

it('tells how a send under way ended, once', () => {
  const clicked = sendStates([], pending);
  const sending = sendStates([aSend({ clientId: 'a', state: 'sending' })], pending);
  const sent = sendStates([aSend({ clientId: 'a', state: 'sent' })], []);
  expect(sendNews(clicked, sending)).toEqual([]);
  expect(sendNews(sending, sent)).toEqual(['Sent']);
  expect(sendNews(clicked, sent)).toEqual(['Sent']);
  expect(sendNews(sent, sent)).toEqual([]);
});

it('says why a send was refused, where anyone knows', () => {
  const clicked = sendStates([], pending);
  const refused = aSend({
    clientId: 'a',
    state: 'failed',
    error: { code: 'ghl_refused', message: 'DND is active for SMS.' },
  });
  expect(sendNews(clicked, sendStates([refused], []))).toEqual(['Not sent: DND is active for SMS']);
  expect(sendNews(clicked, sendStates([{ ...refused, error: null }], []))).toEqual(['Not sent']);
});

it('is silent about what was there when the thread was opened', () => {
  expect(sendNews(new Map(), sendStates([aSend({ clientId: 'a', state: 'failed' })], []))).toEqual([]);
});
