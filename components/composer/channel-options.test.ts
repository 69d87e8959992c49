import { describe, expect, it } from 'vitest';
import type { SendChannel } from '@/lib/shared/contract/send';
import {
  type ChannelOption,
  channelOptions,
  elsewhereNote,
  readOnlyReason,
  rowOptions,
  startingChannel,
} from './channel-options';
import { timeLeft } from './channel-window';
import { emailRefusal } from './email-refusal';
import { message } from './test-messages';
import { threadFacts } from './thread-facts';

const hour = 3_600_000;
const now = 1_000 * 24 * hour;
const both = { phone: '+15035550142', email: 'amara@okafor.example' };
const nothing = { type: 'TYPE_NO_SHOW', body: null, direction: null, isAutomated: false, at: null };

type Scene = Partial<Parameters<typeof channelOptions>[0]> & {
  messages?: ReturnType<typeof message>[];
  isWhole?: boolean;
};

function options({ messages = [], isWhole = true, ...scene }: Scene = {}) {
  const all = channelOptions({
    facts: threadFacts(messages, isWhole, nothing),
    addresses: both,
    blocked: [],
    emailRefusal: null,
    now,
    dayWords: () => '12 Nov',
    ...scene,
  });
  return Object.fromEntries(all.map((option) => [option.channel, option])) as Record<
    SendChannel,
    ChannelOption
  >;
}

const inbound = (type: string, agoHours: number) =>
  message({ type, direction: 'inbound', at: now - agoHours * hour });

describe('what can be written on', () => {
  it('needs a number, an address, or that they wrote there', () => {
    const closed = options({ addresses: { phone: null, email: null } });
    expect(closed.SMS.reason).toBe('This contact has no phone number.');
    expect(closed.WhatsApp.reason).toBe('This contact has no phone number.');
    expect(closed.Email.reason).toBe('This contact has no email address.');
    expect(closed.FB.reason).toBe('They have not written on Facebook.');
    expect(closed.Live_Chat.reason).toBe('They have not written in a live chat.');
    expect(closed.InternalComment.reason).toBeNull();
    expect(options({ isWhole: false }).TIKTOK.reason).toMatch(/among those loaded/);
  });

  it('is closed by "do not disturb", and for good by opting out', () => {
    const blocked = [
      { channel: 'SMS', isPermanent: true },
      { channel: 'FB', isPermanent: false },
    ];
    const closed = options({ blocked, messages: [inbound('TYPE_INSTAGRAM', 1)] });
    expect(closed.SMS.reason).toMatch(/opted out of SMS/);
    // GHL keeps one for both of Meta's channels.
    expect(closed.IG.reason).toMatch(/Do not disturb.*Instagram/);
    expect(closed.Email.reason).toBeNull();
  });

  it('is open on WhatsApp for 24 hours, and for templates after them', () => {
    const open = options({ messages: [inbound('TYPE_WHATSAPP', 20.8)] }).WhatsApp;
    expect(open).toMatchObject({ note: 'WhatsApp window open for 3 h 12 min', isTemplateOnly: false });
    const closed = options({ messages: [inbound('TYPE_WHATSAPP', 25)] }).WhatsApp;
    expect(closed).toMatchObject({ reason: null, isTemplateOnly: true });
    expect(closed.note).toMatch(/last wrote there on 12 Nov.*Only a template/);
    expect(options().WhatsApp).toMatchObject({ isTemplateOnly: true });
  });

  it('says nothing of a window that the loaded messages do not tell', () => {
    const short = options({ isWhole: false, messages: [inbound('TYPE_SMS', 2)] }).WhatsApp;
    expect(short).toMatchObject({ reason: null, note: null, isTemplateOnly: false });
    const long = options({ isWhole: false, messages: [inbound('TYPE_SMS', 30)] }).WhatsApp;
    expect(long).toMatchObject({ isTemplateOnly: true });
  });

  it('is open on Facebook and Instagram for 7 days', () => {
    expect(options({ messages: [inbound('TYPE_FACEBOOK', 48)] }).FB).toMatchObject({
      reason: null,
      note: 'Facebook window open for 5 d',
    });
    expect(options({ messages: [inbound('TYPE_INSTAGRAM', 200)] }).IG.reason).toBe(
      'Instagram takes an answer only within 7 days of their last message, and that was on 12 Nov.',
    );
  });

  it('lists RCS and reviews only where the thread has them', () => {
    expect(options()).not.toHaveProperty('RCS');
    expect(options({ messages: [inbound('TYPE_RCS', 1)] })).toHaveProperty('RCS');
    expect(options()).not.toHaveProperty('Review');
    expect(options({ messages: [inbound('TYPE_REVIEW', 1)] }).Review.note).toMatch(/Everyone can read/);
  });
});

describe('the channel a reply begins on', () => {
  const start = (scene: Scene) => {
    const { messages = [], isWhole = true } = scene;
    return startingChannel(Object.values(options(scene)), threadFacts(messages, isWhole, nothing).lastUsed);
  };

  it.each([
    ['TYPE_EMAIL', 'Email'],
    ['TYPE_WHATSAPP', 'WhatsApp'],
    ['TYPE_LIVE_CHAT', 'Live_Chat'],
    ['TYPE_REVIEW', 'Review'],
    ['TYPE_CAMPAIGN_SMS', 'SMS'],
    ['TYPE_CALL', 'SMS'],
  ] as const)('is where they last wrote: %s', (type, channel) => {
    expect(start({ messages: [inbound('TYPE_SMS', 9), inbound(type, 2)] })).toBe(channel);
  });

  it('is no comment, though one was written last', () => {
    expect(start({ messages: [inbound('TYPE_EMAIL', 9), inbound('TYPE_INTERNAL_COMMENT', 1)] })).toBe(
      'Email',
    );
  });

  it('is another where that one is closed, and none where all are', () => {
    const messages = [inbound('TYPE_SMS', 1)];
    expect(start({ messages, blocked: [{ channel: 'SMS', isPermanent: false }] })).toBe('Email');
    expect(start({ messages, addresses: { phone: null, email: null } })).toBeNull();
  });

  it('shows side by side what is usual or was used, and always what is written on', () => {
    const all = Object.values(options({ addresses: { phone: null, email: both.email } }));
    const row = (current: SendChannel) =>
      rowOptions(all, new Set<SendChannel>(['Email']), current).map(({ channel }) => channel);
    expect(row('Email')).toEqual(['Email', 'InternalComment']);
    expect(row('SMS')).toEqual(['SMS', 'Email', 'InternalComment']);
  });
});

describe('the thread', () => {
  it('tells what whoever writes has in view, without what is only planned', () => {
    const facts = threadFacts(
      [inbound('TYPE_SMS', 3), message({ id: 'later', status: 'scheduled', at: now + hour })],
      true,
      nothing,
    );
    expect(facts.newest).toEqual({ messageId: 'm1', at: now - 3 * hour });
  });

  it('is known by the row of the list before it is loaded', () => {
    const facts = threadFacts([], false, {
      ...nothing,
      type: 'TYPE_WHATSAPP',
      direction: 'inbound',
      at: now,
    });
    expect(facts).toMatchObject({ lastUsed: 'WhatsApp', knownSince: null, newest: null });
    expect(facts.lastInboundAt.get('WhatsApp')).toBe(now);
  });

  it('of a group, a chat of the team or a post is answered elsewhere', () => {
    expect(readOnlyReason('TYPE_GROUP_SMS')).toMatch(/group/);
    expect(readOnlyReason('TYPE_INTERNAL_CHAT')).toMatch(/team/);
    expect(readOnlyReason('TYPE_SMS')).toBeNull();
    expect(elsewhereNote('TYPE_INSTAGRAM_COMMENT')).toMatch(/commented on a post/);
    expect(elsewhereNote('TYPE_GMB')).toMatch(/Google Business/);
    expect(elsewhereNote('TYPE_INTERNAL_COMMENT')).toBeNull();
  });
});

it.each([
  [30_000, 'less than a minute'],
  [12 * 60_000, '12 min'],
  [3 * hour, '3 h'],
  [(6 * 24 + 4) * hour, '6 d 4 h'],
])('%i ms are left as "%s"', (ms, words) => {
  expect(timeLeft(ms)).toBe(words);
});

it('refuses email only where they want none of any type', () => {
  const type = (status: 'subscribed' | 'unsubscribed', isArchived = false) => ({
    subtypeId: null,
    name: 'One on One',
    isArchived,
    status,
  });
  const refusal = (types: ReturnType<typeof type>[], overall: 'unsubscribed' | null = null) =>
    emailRefusal(
      { state: 'ready', addresses: [{ email: 'A@b.co', overall, types }], smsTypes: [], unreadable: 0 },
      'a@b.co',
    );
  expect(refusal([type('unsubscribed'), type('subscribed')])).toBeNull();
  expect(refusal([type('unsubscribed'), type('subscribed', true)])).toMatch(/unsubscribed from every type/);
  expect(refusal([], 'unsubscribed')).toMatch(/unsubscribed/);
  expect(refusal([])).toBeNull();
});
