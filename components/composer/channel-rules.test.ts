import { describe, expect, it } from 'vitest';
import type { Contact } from '@/lib/shared/contract/contact';
import { channelProblem, smsLabel, startingChannel } from './channel-rules';

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
    expect(smsLabel(both.phone)).toBe('Send SMS to …0142');
  });
});
