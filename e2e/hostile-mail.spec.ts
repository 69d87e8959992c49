import { readFileSync } from 'node:fs';
import { chromium } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { conversationOf } from './support/files';
import { expect, test } from './support/fixtures';
import { ours as headersOfOurs } from './support/headers';
import { openConversation } from './support/rows';

const hostile = `<html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/gone">
<link rel="stylesheet" href="https://evil.example/style.css"><style>@import url(https://evil.example/i.css);
body{background:url(https://evil.example/bg.png)} p{font-family:x} @font-face{font-family:x;src:url(https://evil.example/f.woff)}</style></head>
<body onload="top.hacked=1"><script>top.hacked=1</script><img src=x onerror="top.hacked=1"><svg onload="top.hacked=1"><set/></svg>
<form action="https://evil.example"><input name=q autofocus onfocus="top.hacked=1"><button>Go</button></form>
<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2x.gif 2x"><img src="/api/session"><img src="//evil.example/x">
<iframe src="https://evil.example"></iframe><div style="position:fixed;inset:0;background:url(https://evil.example/cover.png)">cover</div>
<a href="javascript:top.hacked=1">Click here</a> <a href="https://good.example/page">A true link</a><p>Read me, I am harmless.</p></body></html>`;

// While the sanitiser reads the mail, the policy of the page already speaks up about every handler in it.
// And what a stranger's server does not give us is not there.
test.use({ allowedErrors: [/violates the following Content Security Policy directive|status of 404/] });

test("a stranger's email runs nothing, loads nothing and leads nowhere by itself", async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('agent');
  await openInbox();
  const id = await openConversation(page, 'Amara Okafor');
  await sandbox.inbound(location.id, {
    conversationId: id,
    type: 'Email',
    subject: '<img src=x onerror=top.hacked=1>Offer',
    html: hostile,
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', () => requests.push('a dialog'));
  await openInbox(id);
  const frame = page.getByTitle(/^Email from/).last();
  await expect(frame).toBeVisible();
  const mail = frame.contentFrame();
  // A thread that was just read is shared for a moment: then the next poll brings the mail.
  await expect(mail.getByText('Read me, I am harmless.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('<img src=x onerror=top.hacked=1>Offer').first()).toBeVisible();
  await expect(page.getByText(/images held back\. \d+ backgrounds stay off\./)).toBeVisible();

  await expect(mail.getByRole('link', { name: 'A true link' })).toHaveAttribute('rel', /noopener/);
  await expect(mail.getByRole('link', { name: 'Click here' })).toHaveCount(0);
  await expect(mail.getByRole('textbox')).toHaveCount(0);
  await mail.getByText('Click here').click();
  const before = page.url();
  await expect(mail.getByText('Read me, I am harmless.')).toBeVisible();
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
  const ours = new URL(baseURL ?? '').origin;
  expect(requests.filter((url) => !url.startsWith(ours) && !/^(data|blob|about):/.test(url))).toEqual([]);
  expect(requests.filter((url) => url.endsWith('/api/session'))).toEqual([]);
  expect(requests.filter((url) => url.includes('/images/'))).toEqual([]);

  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(/images could not be loaded\./)).toBeVisible({ timeout: 30_000 });
  const asked = requests.filter((url) => url.includes('/images/'));
  expect(
    asked.map((url) => new URL(url).origin + new URL(url).pathname.replace(/[^/]+\/images\/\d+$/, '')),
  ).toEqual(asked.map(() => `${ours}${apiPaths.email(location.id, '')}`));
  expect(asked).not.toEqual([]);
  expect(requests.filter((url) => !url.startsWith(ours) && !/^(data|blob|about):/.test(url))).toEqual([]);
  expect(requests.filter((url) => url.endsWith('/api/session'))).toEqual([]);
});

test("the browser looks for no stranger's server, not even by its name", async ({
  location,
  sandbox,
  baseURL,
}, testInfo) => {
  const log = testInfo.outputPath('net-log.json');
  const { launchOptions } = testInfo.project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--log-net-log=${log}`],
  });
  const page = await browser.newPage({ baseURL });
  const signedIn = await page.request.post(apiPaths.session, {
    data: { method: 'demo', personId: 'jonas' },
    headers: headersOfOurs(baseURL),
  });
  expect(signedIn.status()).toBe(200);
  const id = await conversationOf(page.request, location.id, 'Amara');
  await sandbox.inbound(location.id, { conversationId: id, type: 'Email', html: hostile });
  await page.goto(paths.inbox(location.id, id));
  const mail = page
    .getByTitle(/^Email from/)
    .last()
    .contentFrame();
  await expect(mail.getByText('Read me, I am harmless.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(/images could not be loaded\./)).toBeVisible({ timeout: 30_000 });
  // What the log would show.
  await page.goto('data:text/html,<img src="https://control.invalid/x">');
  await page.waitForLoadState();
  await browser.close();
  const written = readFileSync(log, 'utf8');
  expect(written).toContain('control.invalid');
  expect(written).not.toMatch(/evil\.example|good\.example/);
});
