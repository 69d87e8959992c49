import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GhlHttpError } from './errors';
import { addContact } from './new-contact';
import { openConversationOf } from './open-conversation';
import { fakeClock } from './testing/fake-clock';
import { contact, searchRow } from './testing/recorded';
import { json, startUpstream } from './testing/upstream';

type Answer = [body: unknown, status?: number];
/** What GHL answers, by method and path: one after the other, the last one again and again. */
let answers: Record<string, Answer[]> = {};
let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream(({ method, path }, response) => {
    const name = `${method} ${path}`;
    const left = answers[name] ?? [];
    const [body, status] = (left.length > 1 ? left.shift() : left[0]) ?? [{ message: `Cannot ${name}` }, 404];
    json(response, body, status);
  });
});
afterAll(() => upstream.close());
beforeEach(() => {
  answers = {};
  upstream.requests.length = 0;
});
const asked = () => upstream.requests.map(({ method, path }) => `${method} ${path}`);

const exists: Answer = [
  { statusCode: 400, message: `Conversation with the contact id:${contact.id} already exists!` },
  400,
];
const found: Answer = [{ conversations: [{ ...searchRow, contactId: contact.id }] }];
const nothing: Answer = [{ conversations: [] }];

/** Every wait is over at once. */
function impatient() {
  const { clock, advance } = fakeClock();
  return {
    ...clock,
    setTimer(run: () => void, afterMs: number) {
      const cancel = clock.setTimer(run, afterMs);
      void advance(afterMs);
      return cancel;
    },
  };
}

describe('the conversation of a contact', () => {
  it('is made where there is none', async () => {
    answers['POST /conversations/'] = [[{ success: true, conversation: { id: 'new1' } }, 201]];
    expect(await openConversationOf(upstream.client(), contact.id, impatient())).toBe('new1');
    expect(asked()).toEqual(['POST /conversations/']);
  });

  it('is looked for until the search has caught up with what GHL says is there', async () => {
    answers['POST /conversations/'] = [exists];
    answers['GET /conversations/search'] = [nothing, nothing, nothing, found];
    expect(await openConversationOf(upstream.client(), contact.id, impatient())).toBe(searchRow.id);
    expect(asked()).toEqual(['POST /conversations/', ...Array(4).fill('GET /conversations/search')]);
  });

  it('is nobody else’s, whatever the search answers', async () => {
    answers['POST /conversations/'] = [exists];
    answers['GET /conversations/search'] = [
      [{ conversations: [{ ...searchRow, contactId: 'somebodyelse' }] }],
    ];
    expect(await openConversationOf(upstream.client(), contact.id, impatient())).toBeNull();
  });

  it('is asked for once when GHL refuses for another reason', async () => {
    answers['POST /conversations/'] = [[{ statusCode: 400, message: 'contactId is wrong' }, 400]];
    await expect(openConversationOf(upstream.client(), contact.id, impatient())).rejects.toBeInstanceOf(
      GhlHttpError,
    );
    expect(asked()).toHaveLength(1);
  });
});

describe('a new contact', () => {
  const duplicate: Answer = [
    { statusCode: 400, message: 'This location does not allow duplicated contacts.' },
    400,
  ];

  it('is made', async () => {
    answers['POST /contacts/'] = [[{ contact }, 201]];
    const added = await addContact(upstream.client(), { firstName: 'Ana', email: 'ana@example.com' });
    expect(added).toMatchObject({ kind: 'created', contact: { id: contact.id } });
    expect(JSON.parse(upstream.requests[0]?.body ?? '')).toMatchObject({
      firstName: 'Ana',
      email: 'ana@example.com',
    });
  });

  it('is named instead when the email is taken', async () => {
    answers['POST /contacts/'] = [duplicate];
    answers['GET /contacts/search/duplicate'] = [[{ contact, matchingField: 'email' }]];
    const added = await addContact(upstream.client(), { email: 'ana@example.com', phone: '+15035550143' });
    expect(added).toMatchObject({ kind: 'exists', field: 'email', contact: { id: contact.id } });
  });

  it('is looked for by its phone when the email is not what is taken', async () => {
    answers['POST /contacts/'] = [duplicate];
    answers['GET /contacts/search/duplicate'] = [[{ contact: null }], [{ contact }]];
    const added = await addContact(upstream.client(), { email: 'ana@example.com', phone: '+15035550143' });
    expect(added).toMatchObject({ kind: 'exists', field: 'phone' });
    expect(upstream.requests.map(({ query }) => [query.get('email'), query.get('number')]).slice(1)).toEqual([
      ['ana@example.com', null],
      [null, '+15035550143'],
    ]);
  });

  it('is refused in GHL’s words when nobody can be named', async () => {
    answers['POST /contacts/'] = [duplicate];
    answers['GET /contacts/search/duplicate'] = [[{ contact: null }]];
    await expect(addContact(upstream.client(), { email: 'ana@example.com' })).rejects.toMatchObject({
      ghlMessage: 'This location does not allow duplicated contacts.',
    });
  });
});
