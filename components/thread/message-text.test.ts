import { expect, it } from 'vitest';
import { firstWords } from './first-words';
import { messageText } from './message-text';
import { aMessage } from './test-data';

const mail = {
  id: 'm1',
  subject: 'Fitting',
  html: '<p>See you <b>at four</b></p><script>alert(1)</script>',
  text: null,
  direction: 'inbound' as const,
  status: null,
  at: null,
  from: null,
  to: [],
  cc: [],
  bcc: [],
  attachments: [],
};

it('copies what was written, and of an email its words alone', () => {
  expect(messageText(aMessage({ id: 'a', body: 'Hello\nthere' }), [])).toBe('Hello\nthere');
  const item = aMessage({
    id: 'b',
    type: 'TYPE_EMAIL',
    subject: 'Re: Fitting',
    body: null,
    emailIds: ['m1'],
  });
  expect(messageText(item, [])).toBe('Re: Fitting');
  expect(messageText(item, [mail])).toBe('Fitting\n\nSee you at four');
  expect(messageText(aMessage({ id: 'c', body: null }), [])).toBe('');
});

it('a closed mail says how it begins, without what it answers', () => {
  expect(firstWords(mail)).toBe('See you at four');
  expect(firstWords({ ...mail, html: null, text: 'Yes,\nplease.\n\n> When?\n> Today?' })).toBe(
    'Yes, please.',
  );
  expect(firstWords({ ...mail, html: null, text: 'word '.repeat(1000) }).length).toBeLessThanOrEqual(140);
  expect(firstWords({ ...mail, html: null, text: null })).toBe('');
});
