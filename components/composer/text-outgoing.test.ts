import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { type PlainChannel, textLabel, textOutgoing } from './text-outgoing';

const phone = '+15035550142';
const frame = {
  clientId: '00000000-0000-4000-8000-000000000001',
  uploadIds: [],
  seen: { messageId: 'm1', at: 5 },
  schedule: null,
};

describe('the button', () => {
  it.each([
    ['SMS', 'Send SMS to …0142'],
    ['WhatsApp', 'Send WhatsApp'],
    ['FB', 'Send on Facebook'],
    ['Live_Chat', 'Send in the chat'],
    ['InternalComment', 'Add comment'],
    ['Review', 'Publish reply'],
  ] as const)('names what it does: %s', (channel, label) => {
    expect(textLabel(channel, phone)).toBe(label);
  });

  it('names the number that was chosen', () => {
    expect(textOutgoing('SMS', { ...emptyDraft, to: '+15035550199' }, phone).label).toBe('Send SMS to …0199');
    expect(textLabel('SMS', null)).toBe('Send SMS');
  });
});

describe('the request', () => {
  const request = (channel: PlainChannel, draft: Partial<typeof emptyDraft>) =>
    sendRequestSchema.parse(textOutgoing(channel, { ...emptyDraft, ...draft }, phone).request(frame));

  it.each([
    'SMS',
    'RCS',
    'WhatsApp',
    'FB',
    'IG',
    'TIKTOK',
    'Live_Chat',
    'InternalComment',
    'Review',
  ] as const)('of %s is one that the server takes', (channel) => {
    expect(request(channel, { text: 'Hi' })).toMatchObject({ ...frame, channel, text: 'Hi' });
  });

  it('carries the numbers that were chosen', () => {
    expect(request('SMS', { text: 'Hi', to: '+1 (503) 555-0199', from: null })).toMatchObject({
      to: '+15035550199',
      from: null,
    });
  });

  it('of a comment has the names in the form of GoHighLevel, and only those that still stand there', () => {
    const mentions = [
      { userId: 'u1', name: 'Priya' },
      { userId: 'u2', name: 'Mika' },
    ];
    expect(request('InternalComment', { text: 'Ask @Priya', mentions })).toMatchObject({
      text: 'Ask @Priya<userId>u1</userId>',
      mentions: ['u1'],
    });
  });
});
