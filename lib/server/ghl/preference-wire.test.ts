import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreferenceStatus } from '@/lib/shared/contract/preference';
import { preferenceStatuses } from '@/lib/shared/contract/preference';
import { type Subtype, subtypeListSchema } from '@/lib/shared/contract/subtype';
import { readStatuses } from './preference-wire';
import { readSubtypes } from './subtype-wire';
import { mutants } from './testing/mutants';

const news: Subtype = {
  id: 'news0000000000000001',
  name: 'Newsletter',
  description: null,
  channel: 'email',
  language: 'en',
  isArchived: false,
};
const sale: Subtype = { ...news, id: 'sale0000000000000001', name: 'Sale' };
const subtypes = [news, sale];
const emails = ['dana@example.com', 'office@example.com'];
const read = (answer: unknown) => readStatuses(answer, { emails, subtypes });

/** By address: the default type, the newsletter, the sale. */
const table = (answer: unknown): PreferenceStatus[][] => {
  const said = read(answer);
  return emails.map((email) => [null, news.id, sale.id].map((type) => said.of(email, type)));
};
const expected: PreferenceStatus[][] = [
  ['subscribed', 'unsubscribed', 'unknown'],
  ['unsubscribed', 'unknown', 'subscribed'],
];
const [dana = '', office = ''] = emails;

const forms: Record<string, unknown> = {
  'a flat list': [
    { email: dana, subtypeName: 'One on One', status: 'subscribed' },
    { email: dana, subtypeId: news.id, status: 'unsubscribed' },
    { email: office, type: 'default', status: 'unsubscribed' },
    { email: office, subtype_id: sale.id, subtype_status: 'Subscribed' },
  ],
  'lists in addresses': {
    contactId: 'c1',
    traceId: 't',
    data: {
      emails: [
        {
          emailAddress: dana.toUpperCase(),
          subscriptions: [
            { type: 'default', name: 'One-on-One', isSubscribed: true },
            { type: 'custom', _id: news.id, isSubscribed: false },
          ],
        },
        {
          emailAddress: office,
          subscriptions: [
            { name: 'one on one', unsubscribed: true },
            { name: 'Sale', unsubscribed: 'false' },
          ],
        },
      ],
    },
  },
  'maps by address and type': {
    data: {
      [dana]: { 'One on One': 'SUBSCRIBED', [news.id]: 'opted_out' },
      [office]: { oneOnOne: 'unsubscribed', [sale.id]: { status: 'subscribed' } },
    },
  },
  'the type as an object of its own': {
    preferences: [
      { email: dana, subtype: { name: 'One on One', status: 'active' }, status: 'subscribed' },
      { email: dana, customSubtype: { id: news.id, status: 'subscribed' }, status: 'unsubscribed' },
      { email: office, subtype: 'One on One', status: 'unsubscribed' },
      { email: office, subtype: { _id: sale.id }, status: 'subscribed' },
    ],
  },
  'lists of a yes and of a no': [
    { email: dana, subscribed: ['One on One'], unsubscribedSubtypes: [news.id] },
    { email: office, subscribed: [{ subtypeId: sale.id }], unsubscribed: ['One on One'] },
  ],
};

describe('the statuses of a contact', () => {
  it.each(Object.entries(forms))('are read from %s', (_, form) => {
    expect(table(form)).toEqual(expected);
  });

  it('are of the only address when none is named', () => {
    const said = readStatuses([{ subtypeId: news.id, status: 'unsubscribed' }], { emails: [dana], subtypes });
    expect(said.of(dana, news.id)).toBe('unsubscribed');
    expect(read([{ subtypeId: news.id, status: 'unsubscribed' }])).toMatchObject({ unreadable: 1 });
  });

  it('may be one for a whole address, which says nothing of its types', () => {
    const answer = [{ email: dana, status: 'unsubscribed' }];
    expect([read(answer).overall(dana), read(answer).overall(office)]).toEqual(['unsubscribed', null]);
    expect(table(answer).flat()).toEqual(Array(6).fill('unknown'));
  });

  it('name types that the list does not', () => {
    const answer = [{ email: dana, subtypeId: 'gone1', subtypeName: 'Gone', status: 'unsubscribed' }];
    expect(read(answer).unlisted(dana)).toEqual([{ subtypeId: 'gone1', name: 'Gone' }]);
    expect(read(answer).of(dana, 'gone1')).toBe('unsubscribed');
  });

  it.each([
    ['words that may mean either', { status: 'active' }],
    ['a bare yes', { status: true }],
    ['a new word', { status: 'paused' }],
    ['two that differ', { status: 'subscribed', isSubscribed: false }],
    ['nothing', {}],
  ])('stay unknown after %s', (_, said) => {
    expect(table([{ email: dana, subtypeId: news.id, ...said }]).flat()).toEqual(Array(6).fill('unknown'));
  });

  it('stay unknown where two entries differ, whichever comes last', () => {
    const rows = [
      { email: dana, subtypeId: news.id, status: 'subscribed' },
      { email: dana, subtypeId: news.id, status: 'unsubscribed' },
    ];
    expect(read(rows).of(dana, news.id)).toBe('unknown');
    expect(read(rows.reverse()).of(dana, news.id)).toBe('unknown');
  });

  it('are not said of a type that is called as GHL’s own fields are', () => {
    const status = { ...sale, id: 'stat0000000000000001', name: 'Status' };
    const said = readStatuses([{ email: dana, subtypeId: news.id, status: 'subscribed' }], {
      emails,
      subtypes: [news, status],
    });
    expect([news.id, status.id].map((id) => said.of(dana, id))).toEqual(['subscribed', 'unknown']);
  });

  it('of an entry about an unknown type are nobody’s', () => {
    const said = read([{ email: dana, name: 'Something else', status: 'unsubscribed' }]);
    expect([said.overall(dana), said.unreadable]).toEqual([null, 1]);
  });
});

/** What may be put anywhere without saying yes to anything. */
const withoutYes = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, 1, '0', [], {}, [[]], [{}], 'active', 'pending', 'en'),
  fc.constantFrom<unknown>('unsubscribed', 'One on One', news.id, dana, 'x@y.example', 'archived'),
  fc.anything().filter((value) => !/subscribed|opt|true|false/i.test(JSON.stringify(value) ?? '')),
);

function check(samples: unknown[], holds: (value: unknown) => void, to?: fc.Arbitrary<unknown>): void {
  for (const sample of samples) {
    fc.assert(fc.property(mutants(sample, to), holds), { numRuns: 500, verbose: 1 });
  }
}

describe('whatever GHL changes in these answers', () => {
  it('statuses are still ours, or unknown', () => {
    check(Object.values(forms), (value) => {
      for (const status of table(value).flat()) expect(preferenceStatuses).toContain(status);
      for (const { subtypeId } of read(value).unlisted(dana)) expect(subtypeId).not.toBe('');
    });
  });

  it('an unknown status never becomes a subscription', () => {
    const samples = [
      [
        { email: dana, subtypeName: 'One on One', status: 'unsubscribed' },
        { email: dana, subtypeId: news.id, status: 'active' },
        { email: office, subtypeId: sale.id, status: null, subtype: { id: sale.id, status: 'active' } },
      ],
      { data: { [dana]: { 'One on One': 'unsubscribed', [news.id]: true }, [office]: { [sale.id]: 'on' } } },
      [
        { email: dana, unsubscribed: ['One on One', news.id] },
        { email: office, status: 'active' },
      ],
    ];
    const isNeverYes = (value: unknown) => {
      expect(table(value).flat()).not.toContain('subscribed');
      expect(emails.map((email) => read(value).overall(email))).not.toContain('subscribed');
    };
    check(samples, isNeverYes, withoutYes);
  });

  it('the list of types is still ours, or none', () => {
    const row = { id: 'a1', locationId: 'L1', name: 'A', channel: 'email', language: 'en', archived: false };
    const lists = [
      [row],
      { data: [row] },
      { success: true, data: { customSubtypes: [row, row] } },
      { a1: row },
    ];
    check(lists, (value) => {
      const list = readSubtypes(value);
      if (list) subtypeListSchema.parse({ state: 'ready', ...list });
    });
  });
});

describe('the types of a location', () => {
  const row = { id: 'a1', name: 'A', description: 'd', channel: 'email', language: 'en', archived: true };
  const subtype = {
    id: 'a1',
    name: 'A',
    description: 'd',
    channel: 'email',
    language: 'en',
    isArchived: true,
  };

  it.each<[string, unknown]>([
    ['a bare list', [row]],
    ['a list under a key', { customSubtypes: [row], traceId: 't' }],
    ['a list under any other key', { whatever: [row], warnings: ['old version'] }],
    ['two envelopes', { success: true, data: { items: [row] } }],
    ['one list for each channel', { data: { EMAIL: [{ ...row, channel: undefined }], sms: [] } }],
    ['a map by id', { data: { a1: { ...row, id: undefined } } }],
    [
      'other names of the fields',
      [{ ...row, id: undefined, _id: 'a1', archived: undefined, isArchived: 'true' }],
    ],
    ['the same one twice', [row, row]],
  ])('are read from %s', (_, answer) => {
    expect(readSubtypes(answer)).toEqual({ subtypes: [subtype], unreadable: 0 });
  });

  it('are counted where they cannot be read, and none is made up', () => {
    expect(readSubtypes([row, { id: 'b1' }, { name: 'C' }, 7])).toMatchObject({ unreadable: 3 });
    expect(readSubtypes({ traceId: 't' })).toBeNull();
    expect(readSubtypes('soon')).toBeNull();
  });

  it('are none where the list is empty', () => {
    expect(readSubtypes({ subtypes: [] })).toEqual({ subtypes: [], unreadable: 0 });
  });
});
