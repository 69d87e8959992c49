import 'server-only';
import { afterAll, describe, expect, it } from 'vitest';
import { at, listAt, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

const started: TestSandbox[] = [];

async function start(options: Parameters<typeof startTestSandbox>[0] = {}): Promise<TestSandbox> {
  const sandbox = await startTestSandbox(options);
  started.push(sandbox);
  return sandbox;
}

afterAll(() => Promise.all(started.map((sandbox) => sandbox.close())));

async function rowsOf(sandbox: TestSandbox, location = sandbox.locations[0]): Promise<unknown[]> {
  const { body } = await sandbox.api('GET', `/conversations/search?locationId=${location?.id}&limit=100`, {
    headers: { authorization: `Bearer ${location?.token}` },
  });
  return listAt(body, 'conversations');
}

async function everyMessage(sandbox: TestSandbox): Promise<unknown[]> {
  const rows = await rowsOf(sandbox);
  const snapshots = await Promise.all(
    rows.map((row) =>
      sandbox.control('GET', `locations/${sandbox.locationId}/snapshot/${textAt(row, 'id')}`),
    ),
  );
  return snapshots.flatMap(({ body }) => [...listAt(body, 'messages'), ...listAt(body, 'emails')]);
}

function withoutAddress(sandbox: TestSandbox, value: unknown): string {
  return JSON.stringify(value).replaceAll(sandbox.url, '');
}

describe('the demo', () => {
  it('is the same for the same seed and another for another', async () => {
    const [a, b, c] = await Promise.all([start({ seed: 7 }), start({ seed: 7 }), start({ seed: 8 })]);
    expect(withoutAddress(a, await everyMessage(a))).toBe(withoutAddress(b, await everyMessage(b)));
    expect(a.locations).toEqual(b.locations);
    expect(a.webhookPublicKey).toBe(b.webhookPublicKey);
    expect(c.locationId).not.toBe(a.locationId);
  });

  it('has every channel, event and status', async () => {
    const sandbox = await start();
    const messages = await everyMessage(sandbox);
    const types = new Set(messages.map((message) => at(message, 'messageType')));
    for (const type of [
      ...[
        'SMS',
        'EMAIL',
        'WHATSAPP',
        'FACEBOOK',
        'INSTAGRAM',
        'LIVE_CHAT',
        'WEBCHAT',
        'GMB',
        'REVIEW',
        'CALL',
      ],
      ...[
        'VOICEMAIL',
        'GROUP_SMS',
        'INTERNAL_COMMENT',
        'RCS',
        'TIKTOK',
        'FACEBOOK_COMMENT',
        'INSTAGRAM_COMMENT',
      ],
      ...['FORM_SUBMISSION', 'ACTIVITY_APPOINTMENT', 'ACTIVITY_CONTACT', 'ACTIVITY_OPPORTUNITY'],
      ...['ACTIVITY_INVOICE', 'ACTIVITY_PAYMENT', 'ACTIVITY_EMPLOYEE_ACTION_LOG', 'HOLOGRAM'],
    ]) {
      expect(types).toContain(`TYPE_${type}`);
    }
    const statuses = new Set(messages.map((message) => at(message, 'status')));
    for (const status of [
      ...['failed', 'undelivered', 'scheduled', 'queued', 'read', 'opened', 'clicked', 'delivered', 'sent'],
      ...['no-answer', 'voicemail', 'busy', 'completed'],
    ]) {
      expect(statuses).toContain(status);
    }
  });

  it('has two locations of a good size, with placeholders, owners, stars and the longest thread of 600', async () => {
    const sandbox = await start();
    const rows = await rowsOf(sandbox);
    expect(rows.length).toBeGreaterThanOrEqual(70);
    expect((await rowsOf(sandbox, sandbox.locations[1])).length).toBeGreaterThanOrEqual(60);
    expect(rows.filter((row) => at(row, 'lastMessageType') === 'TYPE_NO_SHOW')).toHaveLength(3);
    expect(new Set(rows.map((row) => at(row, 'assignedTo'))).size).toBe(4);
    expect(at(rows[0], 'contactName')).toBe('Amara Okafor');
    expect(rows.map((row) => at(row, 'contactName'))).toContain('田中 美咲');
    expect(rows.map((row) => at(row, 'contactName'))).toContain(null);
  });
});

it('grows to a wanted size at once, and finds single messages of threads nobody opened', async () => {
  const sandbox = await start({ conversations: 20_000, messages: 200_000 });
  const { body } = await sandbox.api(
    'GET',
    `/conversations/search?locationId=${sandbox.locationId}&query=1971201`,
  );
  const found = await sandbox.api('GET', `/conversations/search?locationId=${sandbox.locationId}&limit=1`);
  expect(at(found.body, 'total')).toBe(20_000);
  const conversationId = textAt(body, 'conversations', 0, 'id');
  const thread = await sandbox.api('GET', `/conversations/${conversationId}/messages`);
  const newest = at(thread.body, 'messages', 'messages', 0);
  expect(at(newest, 'body')).toBe(at(body, 'conversations', 0, 'lastMessageBody'));

  const again = await start({ conversations: 20_000, messages: 200_000 });
  const path = `/conversations/messages/${textAt(newest, 'id')}`;
  expect(at((await again.api('GET', path)).body, 'message', 'body')).toBe(at(newest, 'body'));
});
