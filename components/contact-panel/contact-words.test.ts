import { describe, expect, it } from 'vitest';
import { channelLines, contactName, mailHref, sinceWords, telHref } from './contact-words';

describe('channelLines', () => {
  it('shows the usual channels and every other that is blocked', () => {
    const blocked = [
      { channel: 'WhatsApp', isPermanent: true },
      { channel: 'Email', isPermanent: false },
      { channel: 'Fax', isPermanent: false },
    ];
    const lines = channelLines({ blocked, phone: '+1', email: 'a@b.example' });
    expect(lines.map(({ label, state }) => `${label}: ${state}`)).toEqual([
      'SMS: allowed',
      'Email: blocked',
      'WhatsApp: permanent',
      'Calls: allowed',
      'Fax: blocked',
    ]);
  });

  it('does not promise a channel that there is no address for', () => {
    const lines = channelLines({ blocked: [], phone: null, email: 'a@b.example' });
    expect(lines.map(({ label, state }) => `${label}: ${state}`)).toEqual([
      'SMS: missing',
      'Email: allowed',
      'WhatsApp: missing',
      'Calls: missing',
    ]);
  });
});

it('links only what can be dialled or written to', () => {
  expect(telHref('+1 (503) 555-0142')).toBe('tel:+15035550142');
  expect(telHref('*21*123#')).toBeNull();
  expect(telHref('call me')).toBeNull();
  expect(mailHref('amara@okafor.example')).toBe('mailto:amara@okafor.example');
  expect(mailHref('a@b.example?bcc=evil@c.example')).toBeNull();
});

it('names a contact and its age', () => {
  expect(contactName({ name: null, phone: null, email: 'a@b.example' })).toBe('a@b.example');
  expect(sinceWords(new Date('2024-03-05').getTime(), 'en')).toBe('Contact since Mar 2024');
});
