import { describe, expect, it } from 'vitest';
import { type Found, matchSends, type Sought } from './match';

const start = 1_000_000;

function sought(clientId: string, more: Partial<Sought> = {}): Sought {
  return {
    clientId,
    channel: 'SMS',
    text: 'See you at four',
    subject: null,
    attachmentCount: 0,
    baselineAt: start - 5_000,
    startedAt: start,
    endedAt: start + 1_000,
    isUnderWay: false,
    ...more,
  };
}

function found(messageId: string, more: Partial<Found> = {}): Found {
  return {
    messageId,
    emailId: null,
    type: 'TYPE_SMS',
    source: 'api',
    text: 'See you at four',
    subject: null,
    attachmentCount: 0,
    at: start + 500,
    ...more,
  };
}

function pairs(...args: Parameters<typeof matchSends>) {
  return Object.fromEntries([...matchSends(...args)].map(([id, { messageId }]) => [id, messageId]));
}

describe('a send whose call broke', () => {
  it('is the message of its text, however it is spaced', () => {
    expect(pairs([sought('a')], [found('m1', { text: 'Another' }), found('m2')])).toEqual({ a: 'm2' });
    expect(pairs([sought('a')], [found('m2', { text: ' See you\r\nat four ' })])).toEqual({ a: 'm2' });
  });

  it('is not a message that stood there before, of another channel, or of a machine', () => {
    const others = [
      found('m1', { at: start - 6_000 }),
      found('m2', { type: 'TYPE_WHATSAPP' }),
      found('m3', { source: 'workflow' }),
    ];
    expect(pairs([sought('a')], others)).toEqual({});
  });

  it('is not the very message that was the newest when it was sent, though it says the same', () => {
    expect(pairs([sought('a')], [found('m1', { at: start - 5_000, source: 'app' })])).toEqual({});
  });

  it('is found where GHL has changed its text: something added, or the only one that it can be', () => {
    expect(pairs([sought('a')], [found('m1', { text: 'See you at four\n-- Northloom' })])).toEqual({
      a: 'm1',
    });
    const link = sought('a', { text: 'Look: https://northloom.example/fitting' });
    expect(pairs([link], [found('m1', { text: 'Look: https://lnk.example/x' })])).toEqual({ a: 'm1' });
    const two = [found('m1', { text: 'One' }), found('m2', { text: 'Two' })];
    expect(pairs([link], two)).toEqual({});
    expect(pairs([link], [found('m1', { text: 'One', at: start + 400_000 })])).toEqual({});
    expect(pairs([link], [found('m1', { text: 'One', source: 'app' })])).toEqual({});
  });

  it('shares equal texts in the order of the calls, and takes nothing from a call under way', () => {
    const twice = [sought('b', { startedAt: start + 2_000 }), sought('a')];
    const both = [found('m2', { at: start + 2_500 }), found('m1')];
    expect(pairs(twice, both)).toEqual({ a: 'm1', b: 'm2' });
    expect(pairs(twice, [found('m1')])).toEqual({ a: 'm1' });
    const other = sought('c', { text: 'Something else', isUnderWay: true });
    expect(pairs([sought('a', { text: 'Changed' }), other], [found('m1', { text: 'By GHL' })])).toEqual({});
  });

  it('is a mail with its subject, also below more', () => {
    const mail = sought('a', { channel: 'Email', subject: 'Fitting' });
    const item = { type: 'TYPE_EMAIL', subject: 'Fitting', emailId: 'e1' };
    expect(pairs([mail], [found('m1', { ...item, text: 'See you at four On Monday Ana wrote' })])).toEqual({
      a: 'm1',
    });
  });

  it('without a text is the one with as many files', () => {
    const photo = sought('a', { text: '', attachmentCount: 1 });
    const messages = [found('m1', { text: '' }), found('m2', { text: '', attachmentCount: 1 })];
    expect(pairs([photo], messages)).toEqual({ a: 'm2' });
  });
});
