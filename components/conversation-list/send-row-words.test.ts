import { expect, it } from 'vitest';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { attentionWords, firstWordsOf } from './send-row-words';

const clientId = '7f1a1d0e-0c51-4a57-9a39-111111111111';
const request = (parts: object) => sendRequestSchema.parse({ clientId, ...parts });

it('says in two words why somebody is needed', () => {
  expect(attentionWords({ state: 'stopped' })).toBe('They wrote first');
  expect(attentionWords({ state: 'sent' })).toBe('Not delivered');
});

it('begins as the message does, on one line: an email with its subject, one without text with its file', () => {
  const file = { uploadId: 'u', name: 'price list.pdf', sizeBytes: 1 };
  const words = (parts: object, attachments = [file]) =>
    firstWordsOf({ request: request(parts), attachments });
  expect(words({ channel: 'SMS', text: 'One\n  two' })).toBe('One two');
  expect(words({ channel: 'Email', subject: 'Your fitting', text: 'As promised' })).toBe(
    'Your fitting · As promised',
  );
  expect(words({ channel: 'SMS', text: '' })).toBe('price list.pdf');
  expect(words({ channel: 'SMS', text: 'x'.repeat(900) })).toHaveLength(140);
});
