import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { contactSchema } from '@/lib/shared/contract/contact';
import { conversationRowSchema } from '@/lib/shared/contract/conversation';
import { emailSchema, messageItemSchema } from '@/lib/shared/contract/message';
import { userSchema } from '@/lib/shared/contract/user';
import { readContact } from './contact-wire';
import { placedRow } from './conversation-wire';
import { readEmail } from './emails';
import { messageItem } from './message-wire';
import { mutants, strange } from './testing/mutants';
import {
  activityMessage,
  callMessage,
  contact,
  conversationById,
  emailItem,
  emailMessage,
  messages,
  searchRow,
  smsMessage,
  updatedConversation,
} from './testing/recorded';
import { readUser } from './users';

const locationId = 'LOCATION1';
const row = (value: unknown) => placedRow(value, locationId).row;

describe('a conversation', () => {
  it('is read from a row of search', () => {
    expect(row(searchRow)).toEqual({
      kind: 'conversation',
      id: 'cJTz0000000000000001',
      locationId,
      contactId: 'VVUv0000000000000001',
      contactName: 'nango DryRun',
      companyName: null,
      email: 'dryrun@example.com',
      phone: '+15550001234',
      lastMessage: {
        type: 'TYPE_NO_SHOW',
        body: null,
        direction: null,
        isAutomated: false,
        at: 1784283779598,
      },
      unreadCount: 0,
      isStarred: true,
      assignedTo: null,
      tags: ['high priority'],
      createdAt: 1784283779598,
      team: { kind: 'open' },
      waitingSince: null,
    });
  });

  it('is read from the answer by id, with its number for a type and its timestamp object', () => {
    expect(row(conversationById)).toMatchObject({
      kind: 'conversation',
      lastMessage: { type: 'TYPE_NO_SHOW', at: 1784283629850 },
      isStarred: false,
      unreadCount: 0,
    });
  });

  it('is read from the answer of a change, with its ISO date', () => {
    const at = Date.parse('2026-07-17T10:22:59.598Z');
    expect(row(updatedConversation.conversation)).toMatchObject({ lastMessage: { at } });
  });

  it('falls back to the re-cased name only when there is no other', () => {
    expect(row({ ...searchRow, contactName: '' })).toMatchObject({ contactName: 'Nango Dryrun' });
  });

  it('keeps a type that nobody knows yet', () => {
    expect(row({ ...searchRow, lastMessageType: 'TYPE_HOLOGRAM' })).toMatchObject({
      lastMessage: { type: 'TYPE_HOLOGRAM' },
    });
  });

  it('is unreadable, with an id that stays, when it has none', () => {
    const { id: _, ...rest } = searchRow;
    expect(row(rest)).toMatchObject({ kind: 'unreadable' });
    expect(row(rest)).toEqual(row({ ...rest }));
    expect(row(null).id).not.toBe(row(7).id);
  });
});

describe('a message', () => {
  it('is read with its files named by their place, and their addresses kept back', () => {
    const item = messageItem(smsMessage, null);
    expect(item).toMatchObject({
      kind: 'message',
      type: 'TYPE_SMS',
      body: 'See the photo',
      attachments: [{ index: 0, name: 'a photo.JPG', kind: 'image' }],
    });
    expect(JSON.stringify(item)).not.toContain('storage.googleapis.com');
  });

  it('has its call, in the real form and in the documented one', () => {
    const expected = { durationSeconds: 37, status: 'completed' };
    expect(messageItem(callMessage, null)).toMatchObject({ call: expected });
    const documented = { ...callMessage, meta: { callDuration: '37', callStatus: 'completed' } };
    expect(messageItem(documented, null)).toMatchObject({ call: expected });
    expect(messageItem({ ...callMessage, meta: { call: { duration: null } } }, null)).toMatchObject({
      call: null,
    });
  });

  it('has the ids of its mails and their subject from its meta', () => {
    expect(messageItem(emailItem, null)).toMatchObject({
      emailIds: ['em0000000000000001', 'em0000000000000002'],
      subject: 'Quote',
      body: null,
    });
  });

  it('shows the text of a mail body, not its markup', () => {
    const body = '<html><head><style>p{}</style></head><body><p>Hi &amp; bye</p><p>x</p></body></html>';
    expect(messageItem({ ...emailItem, body }, null)).toMatchObject({ body: 'Hi & bye\nx' });
  });

  it('has the title of an activity', () => {
    expect(messageItem(activityMessage, null)).toMatchObject({
      type: 'TYPE_ACTIVITY_APPOINTMENT',
      activity: { title: 'New appointment created' },
    });
  });

  it('has what an activity tells beside its title, under any of the names it may have', () => {
    const dateAdded = '2026-07-17T10:58:09.966Z';
    const activityWith = (data: unknown) => {
      const item = messageItem({ ...activityMessage, dateAdded, activity: { title: 'Booked', data } }, null);
      return item.kind === 'message' ? item.activity : null;
    };
    const startsAt = Date.parse('2026-07-20T09:00:00Z');
    const full = { appointmentTitle: 'Fitting', startTime: startsAt, appointmentStatus: 'confirmed' };
    expect(activityWith(full)).toEqual({ title: 'Booked', about: 'Fitting', startsAt, state: 'confirmed' });
    // A time that is the activity's own says nothing about the appointment.
    expect(activityWith({ timestamp: dateAdded })?.startsAt).toBeNull();
    expect(activityWith({ timestamp: '2026-07-20T09:00:00Z' })?.startsAt).toBe(startsAt);
    for (const data of [null, 'text', [], { appointmentTitle: { deep: 1 }, startTime: 'soon' }])
      expect(activityWith(data)).toEqual({ title: 'Booked', about: null, startsAt: null, state: null });
  });

  it('has its error, wherever GHL puts it', () => {
    for (const failed of [{ error: 'Landline' }, { meta: { error: { message: 'Landline' } } }]) {
      expect(messageItem({ ...smsMessage, ...failed }, null)).toMatchObject({ error: 'Landline' });
    }
  });
});

describe('a mail', () => {
  it('is HTML by its content type or by its look, else text', () => {
    const look = (body: string, contentType: string | null) => readEmail({ id: 'e1', body, contentType });
    expect(look('<p>Hi</p>', 'text/html')?.email).toMatchObject({ html: '<p>Hi</p>', text: null });
    expect(look('<div dir="ltr">Hi</div>', null)?.email.html).toContain('Hi');
    expect(look('Mail <dana@example.com> please', 'text/plain')?.email).toMatchObject({
      html: null,
      text: 'Mail <dana@example.com> please',
    });
  });
});

describe('a contact', () => {
  it('has its name from its parts, and what GHL will not send on', () => {
    expect(readContact(contact)).toMatchObject({
      name: 'Dana Lee',
      blocked: [
        { channel: 'SMS', isPermanent: true },
        { channel: 'Call', isPermanent: false },
      ],
    });
    expect(readContact({ ...contact, dnd: true, dndSettings: undefined })?.blocked).toHaveLength(7);
  });
});

describe('whatever GHL changes in a row', () => {
  const holds = (samples: unknown[], read: (value: unknown) => unknown) => {
    for (const sample of samples) {
      fc.assert(
        fc.property(fc.oneof(mutants(sample), strange), (value) => {
          read(value);
        }),
        { numRuns: 400, verbose: 1 },
      );
    }
  };

  it('a conversation is still one of ours, or unreadable', () => {
    holds([searchRow, conversationById, updatedConversation.conversation], (value) =>
      conversationRowSchema.parse(row(value)),
    );
  });

  it('a message is still one of ours, or unreadable', () => {
    holds(messages, (value) => messageItemSchema.parse(messageItem(value, 'c1')));
  });

  it('a mail, a contact and a user are still ours, or none', () => {
    holds([emailMessage], (value) => z.optional(emailSchema).parse(readEmail(value)?.email));
    holds([contact], (value) => z.optional(contactSchema).parse(readContact(value) ?? undefined));
    holds([{ id: 'u1', name: 'Ann', firstName: 'Ann', lastName: 'B', email: 'a@b.co' }], (value) =>
      z.optional(userSchema).parse(readUser(value) ?? undefined),
    );
  });
});
