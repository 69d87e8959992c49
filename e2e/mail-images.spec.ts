import { remoteImages } from '@/lib/shared/mail-images';
import { apiPaths } from '@/lib/shared/paths';
import { conversationOf, keepFile } from './support/files';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';

const sender = 'Wedding Weekly';
const picture = 'Vows in two languages';
/** All of them have come: whoever is signed in next is asked for none of these. */
const allShown = '5 images shown, fetched by Parley.';

test('the images of a mail are shown when asked for, and of a sender always', async ({
  page,
  location,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('agent');
  const id = await conversationOf(page.request, location.id, sender);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const ofImages = () => asked.filter((url) => /\/images\/\d+$/.test(url));
  await openInbox(id);
  const mail = page.getByTitle(/^Email from/).contentFrame();
  const image = mail.getByRole('img', { name: picture });
  await expect(page.getByText('5 images held back.')).toBeVisible();
  await expect(mail.getByText(picture).first()).toBeVisible();
  await expect(image).toHaveCount(0);
  expect(ofImages()).toEqual([]);

  const show = page.getByRole('button', { name: 'Show', exact: true });
  await show.scrollIntoViewIfNeeded();
  const before = await show.boundingBox();
  await show.click();
  await expect(page.getByText(allShown)).toBeVisible();
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBe(480);
  const hide = page.getByRole('button', { name: 'Hide', exact: true });
  await expect(hide).toBeFocused();
  const after = await hide.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? -99))).toBeLessThan(2);
  const origin = new URL(baseURL ?? '').origin;
  expect(asked.filter((url) => !url.startsWith(origin) && !/^(data|blob|about):/.test(url))).toEqual([]);
  expect(new Set(ofImages()).size).toBe(5);
  await expectAccessible(page);

  await hide.click();
  await expect(image).toHaveCount(0);
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/allowed-senders') && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Always from this sender' }).click();
  expect((await answered).status()).toBe(200);
  await expect(image).toBeVisible();
  await page.reload();
  await expect(page.getByText(allShown)).toBeVisible();
  await expect(image).toBeVisible();

  // What one person wants to see is no other's wish.
  await signInAs('admin');
  await page.reload();
  await expect(page.getByText('5 images held back.')).toBeVisible();
  await signInAs('agent');
  await page.reload();
  await expect(page.getByText(allShown)).toBeVisible();
  await expect(image).toBeVisible();
  await page.getByRole('button', { name: 'Not always from this sender' }).click();
  await expect(image).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Always from this sender', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('5 images held back.')).toBeVisible();
  await expect(image).toHaveCount(0);
});

test('at the end of a thread, a mail that grows by its images keeps its beginning where it is', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  const newsletter = await conversationOf(page.request, location.id, sender);
  const { messages } = await (await page.request.get(apiPaths.messages(location.id, newsletter))).json();
  const { html } = await (
    await page.request.get(apiPaths.email(location.id, messages[0].emailIds[0]))
  ).json();
  const [url] = remoteImages(html);
  const conversationId = await conversationOf(page.request, location.id, 'Amara');
  await sandbox.inbound(location.id, {
    conversationId,
    type: 'Email',
    html: `<p>Look at this</p><img src="${url}" alt="A gown">`,
  });
  await openInbox(conversationId);
  const mail = page
    .getByTitle(/^Email from/)
    .last()
    .contentFrame();
  await expect(mail.getByText('Look at this')).toBeVisible();
  const show = page.getByRole('button', { name: 'Show', exact: true });
  await expect(show).toBeInViewport({ ratio: 1 });
  const before = await show.boundingBox();
  await show.click();
  const image = mail.getByRole('img', { name: 'A gown' });
  await expect.poll(async () => (await image.boundingBox())?.height ?? 0).toBeGreaterThan(200);
  const hide = page.getByRole('button', { name: 'Hide', exact: true });
  const after = await hide.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? -99))).toBeLessThan(2);
});

test.describe('the images of a mail', () => {
  test.use({ allowedErrors: [/status of 404/] });

  test('that cannot be had are counted, named by their words, and tried again', async ({
    page,
    location,
    sandbox,
    signInAs,
    openInbox,
  }) => {
    await signInAs('agent');
    const conversationId = await conversationOf(page.request, location.id, sender);
    const url = await keepFile(sandbox, location, conversationId, {
      name: 'no.txt',
      bytes: Buffer.from('No picture'),
    });
    await sandbox.inbound(location.id, {
      conversationId,
      type: 'Email',
      subject: 'Half of them',
      html: `<p>Two gowns</p><img src="${url}" alt="The lost gown" width="300" height="200"><img src="https://nowhere.invalid/x.png" alt="The other gown">`,
    });
    await openInbox(conversationId);
    const mail = page.getByTitle(/^Email from/).last();
    await expect(mail.contentFrame().getByText('Two gowns')).toBeVisible();
    await page.getByRole('button', { name: 'Show', exact: true }).last().click();
    await expect(page.getByText('2 of 2 images could not be loaded.')).toBeVisible();
    await expect(mail.contentFrame().getByText('The lost gown')).toBeVisible();
    const again = page.waitForResponse((answer) => /\/images\/0$/.test(answer.url()));
    await page.getByRole('button', { name: 'Retry' }).click();
    expect((await again).status()).toBe(404);
    await expect(page.getByText('2 of 2 images could not be loaded.')).toBeVisible();
  });
});

test('the address of an image is the place in its mail and nothing else', async ({
  page,
  location,
  sandbox,
  signInAs,
  request,
  baseURL,
}) => {
  await signInAs('viewer');
  const conversationId = await conversationOf(page.request, location.id, sender);
  const svg = await keepFile(sandbox, location, conversationId, {
    name: 'drawing.txt',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  });
  const addresses = [
    `${sandbox.url}/__sandbox/info`,
    svg,
    `${new URL(baseURL ?? '').origin}${apiPaths.health}`,
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://2130706433/',
    'http://localhost/',
    'https://nowhere.invalid:22/',
    'https://me:secret@nowhere.invalid/',
  ];
  const { message } = await sandbox.inbound(location.id, {
    conversationId,
    type: 'Email',
    html: addresses.map((address) => `<img src="${address}">`).join(''),
  });
  const item = await (await page.request.get(apiPaths.message(location.id, message.id))).json();
  const emailId: string = item.emailIds.at(-1);
  for (const [index, address] of addresses.entries()) {
    const answer = await page.request.get(apiPaths.emailImage(location.id, emailId, index));
    expect([address, answer.status()]).toEqual([address, 404]);
    const text = await answer.text();
    expect(text).not.toContain(new URL(address).host);
  }
  const place = apiPaths.emailImage(location.id, emailId, 0);
  for (const [path, status] of [
    [apiPaths.emailImage(location.id, emailId, addresses.length), 404],
    [place.replace(/0$/, '1000'), 400],
    [place.replace(/0$/, '-1'), 400],
    [place.replace(/0$/, encodeURIComponent(addresses[0] ?? '')), 400],
    [`${place}?url=https://evil.example`, 400],
    [apiPaths.emailImage(location.id, 'unknown0000000000001', 0), 404],
  ] as const) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, status]);
  }
  expect((await request.get(place)).status()).toBe(401);
  const post = await page.request.post(place, { headers: ours(baseURL) });
  expect(post.status()).toBe(405);
});

test('senders are remembered by their address alone', async ({
  page,
  location,
  signInAs,
  request,
  baseURL,
}) => {
  await signInAs('viewer');
  const path = apiPaths.allowedSenders(location.id);
  const change = (data: unknown, headers = ours(baseURL)) => page.request.post(path, { data, headers });
  const added = await change({ address: ' News@Wedding.example ', isAllowed: true });
  expect(await added.json()).toEqual({ addresses: ['news@wedding.example'] });
  for (const body of [
    {},
    { address: 'news', isAllowed: true },
    { address: `${'a'.repeat(320)}@b.example`, isAllowed: true },
    { address: 'a@b.example\r\nx: y', isAllowed: true },
    { address: 'a@b.example', isAllowed: true, personId: 'mika' },
  ]) {
    expect((await change(body)).status()).toBe(400);
  }
  const forged = await change(
    { address: 'a@b.example', isAllowed: true },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  );
  expect(forged.status()).toBe(403);
  expect((await request.get(path)).status()).toBe(401);
  expect(await (await page.request.get(path)).json()).toEqual({ addresses: ['news@wedding.example'] });
});
