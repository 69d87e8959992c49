import { z } from 'zod';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';

/** `field` only where one is meant; nothing else ever. */
const errorForm = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    requestId: z.uuid(),
    field: z.string().optional(),
  }),
});

test.describe('the proxy', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('agent'));

  test('answers every refusal in the one error form', async ({ page, location, baseURL }) => {
    const headers = ours(baseURL);
    const conversations = apiPaths.conversations(location.id);
    const refusals: [string, () => ReturnType<typeof page.request.get>, number, string][] = [
      ['an unknown address', () => page.request.get('/api/nothing/here'), 404, 'not_found'],
      [
        'an unknown location',
        () => page.request.get(apiPaths.conversations('unknownlocation00001')),
        404,
        'not_found',
      ],
      [
        'an unknown conversation',
        () => page.request.get(apiPaths.conversation(location.id, 'unknown0000000000001')),
        404,
        'not_found',
      ],
      ['an id that is none', () => page.request.get(`${conversations}/..%2f..%2fsecret`), 400, 'bad_request'],
      ['an unknown filter', () => page.request.get(`${conversations}?colour=red`), 400, 'bad_request'],
      ['an unknown value', () => page.request.get(`${conversations}?status=archived`), 400, 'bad_request'],
      [
        'a name given twice',
        () => page.request.get(`${conversations}?status=all&status=unread`),
        400,
        'bad_request',
      ],
      ['a made-up cursor', () => page.request.get(`${conversations}?cursor=nonsense`), 400, 'bad_request'],
      [
        'a body that is no JSON',
        () =>
          page.request.post(apiPaths.sends(location.id, 'x'), {
            data: Buffer.from('{'),
            headers: { ...headers, 'content-type': 'application/json' },
          }),
        400,
        'bad_request',
      ],
      [
        'a body of another type',
        () =>
          page.request.post(apiPaths.sends(location.id, 'x'), {
            data: '{}',
            headers: { ...headers, 'content-type': 'text/plain' },
          }),
        415,
        'unsupported_media_type',
      ],
      [
        'a field too many',
        () =>
          page.request.post(apiPaths.sends(location.id, 'x'), {
            data: { clientId: crypto.randomUUID(), channel: 'SMS', text: 'x', userId: 'someone' },
            headers,
          }),
        400,
        'bad_request',
      ],
    ];
    for (const [what, call, status, code] of refusals) {
      const answer = await call();
      expect([what, answer.status()]).toEqual([what, status]);
      const body: unknown = await answer.json();
      expect(errorForm.safeParse(body).error, what).toBeUndefined();
      expect(body, what).toMatchObject({ error: { code } });
      expect(answer.headers()['cache-control'], what).toContain('no-store');
    }
  });

  test('refuses a write that another site caused', async ({ page, location, sandbox }) => {
    const search = await page.request.get(apiPaths.conversations(location.id));
    const [{ id }] = (await search.json()).conversations;
    const tries: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'https://sub.example' },
      { origin: 'null' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      {},
    ];
    for (const headers of tries) {
      const answer = await page.request.post(apiPaths.sends(location.id, id), {
        data: { clientId: crypto.randomUUID(), channel: 'SMS', text: 'forged' },
        headers,
      });
      expect(answer.status(), JSON.stringify(headers)).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'bad_origin' } });
    }
    expect(await sandbox.accepted(location.id)).toEqual([]);
  });

  test('gives nothing to a tampered cookie, and never fails over one', async ({
    context,
    request,
    location,
    baseURL,
  }) => {
    const [cookie] = await context.cookies();
    const value = cookie?.value ?? '';
    const damaged = [0, 5, 20, Math.floor(value.length / 2), value.length - 1].map(
      (at) => value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1),
    );
    for (const bad of [
      ...damaged,
      '',
      'Fe26.2*1*x',
      'x'.repeat(5000),
      `${value}; ${cookie?.name}=${value}`,
    ]) {
      const answer = await request.get(`${baseURL}${apiPaths.users(location.id)}`, {
        headers: { cookie: `${cookie?.name}=${bad}` },
      });
      expect(answer.status()).toBe(401);
    }
  });

  test('sets the headers that keep a page to itself', async ({ page, location }) => {
    const answer = await page.goto(paths.inbox(location.id));
    const headers = answer?.headers() ?? {};
    expect(headers['content-security-policy']).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

test('a connection at rest is closed by a proxy before the app, never under a request', async ({
  request,
  baseURL,
}) => {
  const answer = await request.get(baseURL + apiPaths.health);
  const seconds = /timeout=(\d+)/.exec(answer.headers()['keep-alive'] ?? '')?.[1];
  // 60 is what proxies wait.
  expect(Number(seconds)).toBeGreaterThan(60);
});

test('without a session there is nothing but the sign-in', async ({ request, location, baseURL }) => {
  for (const path of [apiPaths.conversations(location.id), apiPaths.users(location.id), apiPaths.session]) {
    const answer = await request.get(baseURL + path, {
      headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy' },
    });
    expect(answer.status(), path).toBe(401);
  }
  const page = await request.get(baseURL + paths.inbox(location.id), { maxRedirects: 0 });
  expect(page.status()).toBe(307);
  expect(page.headers().location).toMatch(/^\/sign-in\?next=/);
});
