import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import type { Contact } from '@/lib/shared/contract/contact';
import {
  channelProblem,
  draftProblem,
  parseAddresses,
  replySubject,
  sendLabel,
  startingChannel,
} from './composer-rules';

const both = { phone: '+15035550142', email: 'amara@okafor.example' };
const last = (type: string) => ({
  lastMessage: { type, body: null, direction: null, isAutomated: false, at: null },
});

describe('the composer', () => {
  it.each([
    ['TYPE_EMAIL', both, 'Email'],
    ['TYPE_EMAIL', { phone: '+1', email: null }, 'SMS'],
    ['TYPE_WHATSAPP', both, 'SMS'],
    ['TYPE_SMS', { phone: null, email: 'a@b.co' }, 'Email'],
  ] as const)('after %s answers where it can', (type, addresses, channel) => {
    expect(startingChannel({ ...last(type), ...addresses })).toBe(channel);
  });

  it('says before anyone writes why a channel is closed', () => {
    const contact = {
      blocked: [
        { channel: 'SMS', isPermanent: true },
        { channel: 'Email', isPermanent: false },
      ],
    } as Contact;
    expect(channelProblem('SMS', { phone: null, email: null }, undefined)).toMatch(/no phone number/);
    expect(channelProblem('SMS', both, contact)).toMatch(/opted out of SMS/);
    expect(channelProblem('Email', both, contact)).toMatch(/Do not disturb/);
    expect(channelProblem('Email', both, undefined)).toBeNull();
  });

  it('names the effect on the button', () => {
    expect(sendLabel('SMS', both, 0)).toBe('Send SMS to …0142');
    expect(sendLabel('Email', both, 0)).toBe('Send email');
    expect(sendLabel('Email', both, 2)).toBe('Email 3 people');
  });

  it('answers a subject once', () => {
    expect([replySubject('Fitting'), replySubject('RE: Fitting'), replySubject('')]).toEqual([
      'Re: Fitting',
      'RE: Fitting',
      '',
    ]);
  });

  it('finds the address that is none', () => {
    expect(parseAddresses('a@b.co; c@d.example, nobody')).toEqual({
      addresses: ['a@b.co', 'c@d.example'],
      wrong: ['nobody'],
    });
  });

  it('keeps a draft back that cannot be sent, beside the field it concerns', () => {
    const draft = { ...emptyDraft, text: 'Hello' };
    expect(draftProblem('SMS', emptyDraft, '')?.field).toBe('text');
    expect(draftProblem('SMS', draft, '')).toBeNull();
    expect(draftProblem('Email', draft, ' ')?.field).toBe('subject');
    expect(draftProblem('Email', { ...draft, cc: 'nobody' }, 'Hi')?.field).toBe('cc');
    const file = { localId: '1', name: 'a.pdf', sizeBytes: 1, progress: 0, uploadId: null, error: null };
    expect(draftProblem('SMS', { ...draft, files: [{ ...file, state: 'uploading' }] }, '')?.field).toBe(
      'files',
    );
    expect(draftProblem('SMS', { ...draft, files: [{ ...file, state: 'failed' }] }, '')?.field).toBe('files');
  });
});
