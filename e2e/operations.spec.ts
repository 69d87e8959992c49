import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';
import {
  acceptedOf,
  ask,
  type Call,
  call,
  everybody,
  file,
  messagesOf,
  operationsOf,
  prepare,
  timesAsked,
} from './support/operations';

for (const who of everybody) {
  test(`every operation is open to the ${who} or refused, as their role says`, async ({
    page,
    signInAs,
    location,
    sandbox,
    baseURL,
  }) => {
    await signInAs(who);
    const place = await prepare(page.request, location, sandbox);
    const before = await timesAsked(sandbox, location);
    const outcome: Record<string, [status: number, asked: number]> = {};
    const expected: typeof outcome = {};
    for (const [operation, roles, wanted] of operationsOf(place)) {
      const answer = await ask(page.request, wanted, baseURL);
      const asked = (await timesAsked(sandbox, location)).get(operation) ?? 0;
      outcome[operation] = [answer.status(), asked - (before.get(operation) ?? 0)];
      expected[operation] = roles.includes(who) ? [200, 1] : [403, 0];
    }
    expect(outcome).toEqual(expected);
  });
}

test('without a session no operation is open', async ({
  page,
  request,
  signInAs,
  location,
  sandbox,
  baseURL,
}) => {
  await signInAs('admin');
  const place = await prepare(page.request, location, sandbox);
  for (const [operation, , wanted] of operationsOf(place)) {
    const answer = await ask(request, wanted, baseURL);
    expect([operation, answer.status()]).toEqual([operation, 401]);
  }
});

test.describe('an operation', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin'));

  test('refuses what it does not understand, and asks GHL for nothing', async ({
    page,
    location,
    sandbox,
    baseURL,
  }) => {
    const place = await prepare(page.request, location, sandbox);
    const { id, thread, recorded } = place;
    const inbound = { type: 'SMS', providerId: 'p1', text: 'x' };
    const many = Array.from({ length: 6 }, () => 'https://provider.example/a.mp3');
    const post = (path: string, body: unknown): Call => ({ method: 'POST', path, body });
    const put = (path: string, body: unknown): Call => ({ method: 'PUT', path, body });
    const get = (path: string): Call => ({ method: 'GET', path });
    const bad: Call[] = [
      post(apiPaths.conversations(id), {}),
      post(apiPaths.conversations(id), { contactId: '../x' }),
      post(apiPaths.conversations(id), { contactId: 'x', locationId: 'other' }),
      get(`${apiPaths.message(id, recorded)}?locationId=other`),
      get(apiPaths.message(id, 'a.b')),
      { method: 'DELETE', path: apiPaths.messageSchedule(id, 'a b') },
      post(apiPaths.reviewReplies(id, thread.review), { text: ' ' }),
      post(apiPaths.reviewReplies(id, thread.review), { text: 'x'.repeat(4097) }),
      post(apiPaths.reviewReplies(id, thread.review), { text: 'x', userId: 'someone' }),
      post(apiPaths.typing(id, thread.chat), { isTyping: 'yes' }),
      post(apiPaths.typing(id, thread.chat), { isTyping: true, visitorId: 'another' }),
      post(apiPaths.inboundMessages(id, thread.sms), { ...inbound, type: 'Fax' }),
      post(apiPaths.inboundMessages(id, thread.sms), { type: 'SMS', providerId: 'p1' }),
      post(apiPaths.inboundMessages(id, thread.sms), { ...inbound, contactId: 'another' }),
      post(apiPaths.inboundMessages(id, thread.sms), { ...inbound, at: -1 }),
      post(apiPaths.inboundMessages(id, thread.sms), { ...inbound, attachmentUrls: many }),
      ...[
        'http://evil.example/a',
        'javascript:alert(1)',
        'https://a:b@x.example/',
        'file:///etc/passwd',
        '',
      ].map((url) => post(apiPaths.inboundMessages(id, thread.sms), { ...inbound, attachmentUrls: [url] })),
      post(apiPaths.calls(id, thread.sms), { providerId: 'p1' }),
      post(apiPaths.calls(id, thread.sms), { providerId: 'p1', call: { ...call, status: 'fine' } }),
      put(apiPaths.messageStatus(id, recorded), { status: 'opened' }),
      put(apiPaths.messageStatus(id, recorded), { status: 'failed', error: { code: '1' } }),
      put(apiPaths.messageAttachments(id, recorded), { attachmentUrls: many }),
      put(apiPaths.messageAttachments(id, recorded), { attachmentUrls: ['http://127.0.0.1:1/x'] }),
      get(`${apiPaths.exports(id)}?channel=Fax`),
      get(`${apiPaths.exports(id)}?limit=9`),
      get(`${apiPaths.exports(id)}?from=yesterday`),
      get(`${apiPaths.exports(id)}?colour=red`),
      post(apiPaths.uploadInitiation(id), { ...file, conversationId: 'x', name: 'a.html' }),
      post(apiPaths.uploadInitiation(id), { ...file, conversationId: 'x', channel: 'SMS', sizeBytes: 6e6 }),
      post(apiPaths.uploadInitiation(id), { ...file, conversationId: 'x', sizeBytes: 2e8 }),
      post(apiPaths.uploadCompletion(id), {
        conversationId: 'x',
        uploadId: 'u',
        filePath: '../a',
        name: 'a',
      }),
      post(apiPaths.uploadCompletion(id), {
        ...place.upload,
        conversationId: thread.review,
        name: file.name,
      }),
    ];
    const before = (await sandbox.requests(id)).length;
    for (const wanted of bad) {
      const answer = await ask(page.request, wanted, baseURL);
      const what = `${wanted.method} ${wanted.path} ${JSON.stringify(wanted.body)?.slice(0, 200)}`;
      expect([what, answer.status()]).toEqual([what, 400]);
      expect(await answer.json(), what).toMatchObject({ error: { code: 'bad_request' } });
    }
    expect(await sandbox.requests(id)).toHaveLength(before);
  });

  test('of another site or method is none', async ({ page, location, sandbox, baseURL }) => {
    const place = await prepare(page.request, location, sandbox);
    const writes = operationsOf(place).filter(([, , wanted]) => wanted.method !== 'GET');
    for (const [operation, , wanted] of writes) {
      const forged = await page.request.fetch(wanted.path, {
        method: wanted.method,
        data: wanted.body,
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      });
      expect([operation, forged.status()]).toEqual([operation, 403]);
    }
    // The address of a conversation has a PATCH of its own.
    for (const [operation, , { path }] of operationsOf(place).filter(
      ([name]) => name !== 'delete-conversation',
    )) {
      const other = await page.request.fetch(path, { method: 'PATCH', headers: ours(baseURL) });
      expect([operation, other.status()]).toEqual([operation, 405]);
      expect(await other.json(), operation).toMatchObject({ error: { code: 'method_not_allowed' } });
    }
    expect(await acceptedOf(sandbox, location)).toEqual([]);
  });

  test('logs what a provider brought, and how it fared', async ({ page, location, sandbox, baseURL }) => {
    const place = await prepare(page.request, location, sandbox);
    for (const [operation, , wanted] of operationsOf(place).filter(([name]) => /^(add|update)-/.test(name))) {
      expect([operation, (await ask(page.request, wanted, baseURL)).status()]).toEqual([operation, 200]);
    }
    expect(await sandbox.snapshot(location.id, place.thread.sms)).toMatchObject({
      messages: expect.arrayContaining([
        expect.objectContaining({ body: 'From another phone', direction: 'inbound' }),
        expect.objectContaining({ direction: 'outbound', attachments: ['https://provider.example/a.mp3'] }),
        expect.objectContaining({ id: place.logged, status: 'read' }),
        expect.objectContaining({ id: place.loggedCall, attachments: ['https://provider.example/b.mp3'] }),
      ]),
    });
    const foreign = apiPaths.messageStatus(location.id, place.recorded);
    const refused = await ask(
      page.request,
      { method: 'PUT', path: foreign, body: { status: 'read' } },
      baseURL,
    );
    expect(refused.status()).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { code: 'ghl_rejected' } });
  });

  test('answers a review once, and says so when nobody can know', async ({
    page,
    location,
    sandbox,
    baseURL,
  }) => {
    const { thread } = await prepare(page.request, location, sandbox);
    await sandbox.faults(location.id, { operation: 'send-review-reply', kind: 'reset-after', count: 9 });
    const path = apiPaths.reviewReplies(location.id, thread.review);
    const reply: Call = { method: 'POST', path, body: { text: 'We are so happy' } };
    const unclear = await ask(page.request, reply, baseURL);
    expect(unclear.status()).toBe(502);
    expect(await unclear.json()).toMatchObject({
      error: { code: 'ghl_unclear', message: expect.stringContaining('may have been sent') },
    });
    expect((await timesAsked(sandbox, location)).get('send-review-reply')).toBe(1);
    expect(await acceptedOf(sandbox, location)).toMatchObject([{ message: 'We are so happy' }]);

    const elsewhere = { ...reply, path: apiPaths.reviewReplies(location.id, thread.sms) };
    await sandbox.clearFaults(location.id);
    const refused = await ask(page.request, elsewhere, baseURL);
    expect(await refused.json()).toMatchObject({ error: { code: 'ghl_rejected' } });
    expect(await acceptedOf(sandbox, location)).toHaveLength(1);
  });

  test('tells a visitor of a live chat who writes, and nobody else', async ({
    page,
    location,
    sandbox,
    baseURL,
  }) => {
    const { thread } = await prepare(page.request, location, sandbox);
    const typing = (conversationId: string, isTyping: boolean): Call => ({
      method: 'POST',
      path: apiPaths.typing(location.id, conversationId),
      body: { isTyping },
    });
    await ask(page.request, typing(thread.chat, true), baseURL);
    expect(await sandbox.snapshot(location.id, thread.chat)).toMatchObject({ isAgentTyping: true });
    await ask(page.request, typing(thread.chat, false), baseURL);
    expect(await sandbox.snapshot(location.id, thread.chat)).toMatchObject({ isAgentTyping: false });
    expect((await ask(page.request, typing(thread.sms, true), baseURL)).status()).toBe(400);
  });

  test('plays a recording, in parts too, and writes it down', async ({ page, location, sandbox }) => {
    const { recorded, thread } = await prepare(page.request, location, sandbox);
    const path = apiPaths.recording(location.id, recorded);
    const whole = await page.request.get(path);
    const sound = await whole.body();
    expect(sound.subarray(0, 4).toString()).toBe('RIFF');
    const headers = whole.headers();
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
    });
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['content-disposition']).toContain(`inline; filename="recording-${recorded}.wav"`);

    const part = await page.request.get(path, { headers: { range: 'bytes=1000-1999' } });
    expect(part.status()).toBe(206);
    expect(part.headers()['content-range']).toBe(`bytes 1000-1999/${sound.length}`);
    expect((await part.body()).equals(sound.subarray(1000, 2000))).toBe(true);
    const beyond = await page.request.get(path, { headers: { range: `bytes=${sound.length}-` } });
    expect(beyond.status()).toBe(416);

    const { sentences } = await (
      await page.request.get(apiPaths.transcription(location.id, recorded))
    ).json();
    expect(sentences[0]).toMatchObject({ index: 0, startMs: expect.any(Number), text: expect.any(String) });
    const text = await page.request.get(apiPaths.transcriptionText(location.id, recorded));
    expect(await text.text()).toContain(sentences[0].text);
    expect(text.headers()['content-disposition']).toContain('attachment;');

    const silent = await messagesOf(page.request, location, thread.sms);
    const none = await page.request.get(apiPaths.recording(location.id, silent[0]?.id ?? ''));
    expect(none.status()).toBe(404);
  });

  test('exports page by page, and says when its place is gone', async ({ page, location }) => {
    const path = `${apiPaths.exports(location.id)}?sort=oldest&limit=100`;
    const first = await (await page.request.get(path)).json();
    const next = await page.request.get(`${path}&cursor=${encodeURIComponent(first.nextCursor)}`);
    const second = await next.json();
    const ids = [...first.messages, ...second.messages].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.total).toBeGreaterThan(100);
    expect(JSON.stringify(first)).not.toContain('https://');
    const lost = await page.request.get(`${path}&cursor=bm9ib2R5`);
    expect(lost.status()).toBe(410);
    expect(await lost.json()).toMatchObject({ error: { code: 'cursor_expired' } });
  });

  test('puts a large file where GHL says, or says that GHL does not', async ({
    page,
    location,
    sandbox,
    baseURL,
  }) => {
    const { thread, upload } = await prepare(page.request, location, sandbox);
    const body = { ...file, conversationId: thread.sms };
    const path = apiPaths.uploadInitiation(location.id);
    const done = await ask(
      page.request,
      {
        method: 'POST',
        path: apiPaths.uploadCompletion(location.id),
        body: { ...upload, conversationId: thread.sms, name: file.name },
      },
      baseURL,
    );
    const { uploadId } = await done.json();
    const sent = await ask(
      page.request,
      {
        method: 'POST',
        path: apiPaths.sends(location.id, thread.sms),
        body: { clientId: crypto.randomUUID(), channel: 'SMS', text: 'The list', uploadIds: [uploadId] },
      },
      baseURL,
    );
    expect(await sent.json()).toMatchObject({ state: 'held', attachments: [{ uploadId }] });
    await expect
      .poll(() => acceptedOf(sandbox, location))
      .toMatchObject([{ attachments: [expect.stringContaining('gowns.pdf')] }]);
    await sandbox.signedUpload(location.id, false);
    const refused = await ask(page.request, { method: 'POST', path, body }, baseURL);
    expect(await refused.json()).toMatchObject({ error: { code: 'ghl_rejected' } });
  });
});
