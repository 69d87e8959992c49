import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { startAppProcess, startSandboxProcess } from './support/processes';

test.use({ allowedErrors: [/403|50[0-9]/] });

test('connected: the token and the host of GHL reach no browser, in no chunk, header, page or error', async ({
  page,
}) => {
  const sandbox = await startSandboxProcess();
  const admin = { email: 'boss@example.com', password: 'correct horse battery' };
  const app = await startAppProcess({
    GHL_BASE_URL: sandbox.url,
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: sandbox.locationId,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    SESSION_SECRET: 'a secret of more than thirty-two characters',
  });
  try {
    if (!app.isRunning) throw new Error(app.output);
    const seen: string[] = [];
    page.on('response', async (response) => {
      const body = await response.text().catch(() => '');
      seen.push(response.url(), JSON.stringify(await response.allHeaders().catch(() => ({}))), body);
    });

    await page.goto(app.url);
    await expect(page.getByRole('button', { name: /Mika Kaur/ })).toHaveCount(0);
    await page.getByLabel('Email').fill(admin.email);
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: /Sign in/ }).click();
    await expect(page.getByText('The email or the password is not right.')).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue(admin.email);
    await page.getByLabel('Password', { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: /Sign in/ }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByRole('log')).toContainText(/\w/);
    expect(page.url()).toContain(sandbox.locationId);

    const provoke = [
      apiPaths.conversation(sandbox.locationId, 'unknown0000000000001'),
      apiPaths.email(sandbox.locationId, 'unknown0000000000001'),
      apiPaths.contact(sandbox.locationId, 'unknown0000000000001'),
      apiPaths.messageAttachment(sandbox.locationId, 'unknown0000000000001', 0),
      apiPaths.conversations(sandbox.locations[1]?.id ?? ''),
      paths.inbox('unknown0000000000001'),
    ];
    await sandbox.stop();
    provoke.push(`${apiPaths.conversations(sandbox.locationId)}?status=starred&sort=oldest`);
    for (const path of provoke) {
      const answer = await page.request.get(app.url + path);
      expect(answer.status(), path).toBeGreaterThanOrEqual(400);
      seen.push(JSON.stringify(answer.headers()), await answer.text());
    }

    const host = new URL(sandbox.url).host;
    const text = seen.join('\n') + (await builtChunks());
    expect(text.length).toBeGreaterThan(100_000);
    expect(text).not.toContain(sandbox.token);
    expect(text).not.toContain(host);
    expect(text).not.toContain('leadconnectorhq');
    expect(app.output()).not.toContain(sandbox.token);
    expect(app.output()).not.toContain(admin.password);
  } finally {
    if (app.isRunning) await app.stop();
    await sandbox.stop();
  }
});

/** Everything the server gives to browsers from the build. */
async function builtChunks(): Promise<string> {
  const root = join(process.cwd(), '.next', 'static');
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  return texts.join('\n');
}
