import { expect, it } from 'vitest';
import type { Email } from '@/lib/shared/contract/message';
import { findMatches } from './find-in-thread';
import { aMessage } from './test-data';

const noMails = () => [];

function aMail(parts: Partial<Email>): Email {
  return {
    id: 'mail',
    subject: null,
    html: null,
    text: null,
    direction: 'inbound',
    status: null,
    at: null,
    from: null,
    to: [],
    cc: [],
    bcc: [],
    attachments: [],
    ...parts,
  };
}

it('finds words whatever their case and accents, newest first', () => {
  const messages = [
    aMessage({ id: 'a', body: 'Café au lait' }),
    aMessage({ id: 'b', body: 'Tea' }),
    aMessage({ id: 'c', body: 'the CAFE is closed' }),
  ];
  expect(findMatches(messages, ' cafe ', noMails)).toEqual(['c', 'a']);
  expect(findMatches(messages, 'CAFÉ', noMails)).toEqual(['c', 'a']);
  expect(findMatches(messages, 'coffee', noMails)).toEqual([]);
  expect(findMatches(messages, '  ', noMails)).toEqual([]);
});

it('looks into subjects, file names, events and the mails that are loaded', () => {
  const file = { index: 0, name: 'swatches.pdf', kind: 'file' as const };
  const messages = [
    aMessage({ id: 'subject', subject: 'About the swatches', body: null }),
    aMessage({ id: 'file', body: null, attachments: [file] }),
    aMessage({ id: 'mail', type: 'TYPE_EMAIL', body: null, emailIds: ['m1'] }),
    aMessage({ id: 'other', type: 'TYPE_EMAIL', body: null, emailIds: ['m2'] }),
  ];
  const mail = aMail({ html: '<p>Two <b>swatches</b> of silk</p>' });
  const mailsOf = ({ emailIds }: { emailIds: readonly string[] }) => (emailIds.includes('m1') ? [mail] : []);
  expect(findMatches(messages, 'swatches', mailsOf)).toEqual(['mail', 'file', 'subject']);
  expect(findMatches(messages, 'swatches of silk', mailsOf)).toEqual(['mail']);
  expect(findMatches(messages, '<b>', mailsOf)).toEqual([]);
});

it('is not held up by a message of ten megabytes or of marks without end', () => {
  const messages = [
    aMessage({ id: 'long', body: `needle ${'x'.repeat(10_000_000)}` }),
    aMessage({ id: 'marks', body: `needle ${'\u0301'.repeat(200_000)}` }),
  ];
  expect(findMatches(messages, 'needle', noMails)).toEqual(['marks', 'long']);
});
