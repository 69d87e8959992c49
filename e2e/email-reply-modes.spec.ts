import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './support/fixtures';
import { findConversation } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

const composer = (page: Page) => page.getByRole('region', { name: 'Reply', exact: true });
const text = (page: Page) => page.getByRole('textbox', { name: 'Email text' });
const readers = (page: Page, line: 'To' | 'Cc' | 'Bcc') =>
  page.getByRole('combobox', { name: line, exact: true });
const inMail = (page: Page, position: string) =>
  page
    .getByRole('article')
    .filter({ hasText: 'The hem' })
    .getByRole('region', { name: `Email ${position}` });

type Body = Record<string, unknown>;
const bodies = async (sandbox: SandboxDriver, locationId: string) =>
  (await sandbox.accepted(locationId)).map(({ raw }) => raw as Body);

async function answerBy(page: Page, way: string) {
  await composer(page)
    .getByRole('button', { name: /answer in another way/ })
    .click();
  await page.getByRole('menuitem', { name: way, exact: true }).click();
}

test.describe('an answer to emails', () => {
  let ids: string[];

  test.beforeEach(async ({ page, location, sandbox, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    const conversationId = await findConversation(page, 'Amara Okafor');
    let threadId: string | undefined;
    for (const html of [
      '<p>Can I come on <b>Thursday</b>?</p>',
      '<p>Or on Friday.</p><script>x()</script>',
    ]) {
      const { message } = await sandbox.inbound(location.id, {
        conversationId,
        type: 'Email',
        subject: 'The hem',
        html,
        threadId,
        emailCc: ['Bo Lind <bo@lind.example>', 'mum@okafor.example'],
      });
      threadId = message.id;
    }
    const { emails } = (await sandbox.snapshot(location.id, conversationId)) as {
      emails: { id: string; subject: string }[];
    };
    ids = emails.filter(({ subject }) => subject === 'The hem').map(({ id }) => id);
    await openInbox(conversationId);
    await expect(page.getByRole('radio', { name: 'Email' })).toBeChecked();
    // May be earlier than the script of the page: it looks where the focus is when it comes.
    await text(page).click();
    await expect(composer(page).getByText(/“The hem” from Amara Okafor/)).toBeVisible();
  });

  test('is one line until somebody comes to write, so that there is room for what they read', async ({
    page,
  }) => {
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Email' })).toBeChecked();
    const subject = page.getByRole('textbox', { name: 'Subject' });
    await expect(text(page)).toBeVisible();
    await expect(subject).toBeHidden();
    await expectAccessible(page);
    await page.getByRole('log').click();
    await page.keyboard.press('r');
    await expect(text(page)).toBeFocused();
    await expect(subject).toHaveValue('Re: The hem');
    await page.keyboard.type('Friday it is');
    await expect(text(page)).toHaveText('Friday it is');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('log')).toBeFocused();
    await expect(text(page)).toHaveText('Friday it is');
    // It stays as it is when they turn to the thread: nothing moves under the pointer.
    await page.getByRole('log').click();
    await expect(subject).toBeVisible();
  });

  test('goes to the newest, quotes it as it will be sent, or leaves the quote out', async ({
    page,
    location,
    sandbox,
  }) => {
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Re: The hem');
    const quote = page.getByRole('region', { name: 'Quoted email' });
    await quote.getByRole('button', { name: 'Show the quoted email' }).click();
    await expect(quote).toContainText(/On .*Amara Okafor .*wrote:/);
    await expect(quote.getByRole('blockquote')).toHaveText('Or on Friday.');
    await text(page).fill('Friday is fine.');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(1);
    const [first] = await bodies(sandbox, location.id);
    expect(first).toMatchObject({ replyMessageId: ids[1], emailReplyMode: 'reply', subject: 'Re: The hem' });
    expect(first).not.toHaveProperty('emailCc');
    expect(String(first?.html)).toMatch(
      /^<div dir="auto">Friday is fine\.<\/div>[\s\S]*wrote:[\s\S]*<blockquote[^>]*><div dir="auto">Or on Friday/,
    );
    expect(String(first?.html)).not.toContain('script');
    await quote.getByRole('button', { name: 'Leave out the quoted email' }).click();
    await expect(text(page)).toBeFocused();
    await text(page).fill('At ten.');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(2);
    expect((await bodies(sandbox, location.id))[1]?.html).toBe('<div dir="auto">At ten.</div>');
  });

  test('goes to one that is not the newest, from its own buttons, and what was written stays', async ({
    page,
    location,
    sandbox,
  }) => {
    await text(page).fill('Thursday it is.');
    await inMail(page, '1 of 2').getByRole('button', { name: 'Open this email' }).click();
    await inMail(page, '1 of 2').getByRole('button', { name: 'Reply to this email' }).click();
    await expect(text(page)).toBeFocused();
    await expect(text(page)).toHaveText('Thursday it is.');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(1);
    const [sent] = await bodies(sandbox, location.id);
    expect(sent).toMatchObject({ replyMessageId: ids[0] });
    expect(String(sent?.html)).toContain('<strong>Thursday</strong>');
  });

  test('to all has the others in Cc, where whoever is taken out stays out', async ({
    page,
    location,
    sandbox,
  }) => {
    await expect(composer(page).getByText('Their mail also went to')).toBeVisible();
    await page.getByRole('log').focus();
    await page.keyboard.press('Shift+R');
    await expect(text(page)).toBeFocused();
    await expect(page.getByRole('button', { name: 'Remove bo@lind.example from Cc' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove mum@okafor.example from Cc' }).click();
    await page.reload();
    await expect(composer(page).getByRole('button', { name: /^Reply all/ })).toBeVisible();
    await text(page).fill('See you both.');
    await page.getByRole('button', { name: /^Email 2 people/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(1);
    expect((await bodies(sandbox, location.id))[0]).toMatchObject({
      replyMessageId: ids[1],
      emailCc: ['bo@lind.example'],
      emailReplyMode: 'reply',
    });
  });

  test('is forwarded, one email or the whole thread', async ({ page, location, sandbox }) => {
    await page.getByRole('log').focus();
    await page.keyboard.press('Shift+F');
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Fwd: The hem');
    await page.getByRole('button', { name: /^Forward email/ }).click();
    await expect(composer(page).getByText('Give the address that it is forwarded to.')).toBeVisible();
    await expect(readers(page, 'To')).toBeFocused();
    await readers(page, 'To').fill('atelier@moreau.example');
    await page.getByRole('button', { name: /^Forward email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(1);
    const [one] = await bodies(sandbox, location.id);
    expect(one).toMatchObject({
      forward: {
        isForwarded: true,
        forwardWholeThread: false,
        emailMessageId: ids[1],
        toEmail: 'atelier@moreau.example',
      },
    });
    expect(one).not.toHaveProperty('replyMessageId');
    await inMail(page, '2 of 2').getByRole('button', { name: 'Forward this email' }).click();
    await answerBy(page, 'Forward the whole thread');
    await expect(composer(page).getByText('“The hem”, all 2 emails')).toBeVisible();
    await readers(page, 'To').fill('atelier@moreau.example');
    await text(page).fill('All of it.');
    await page.getByRole('button', { name: /^Forward email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(2);
    expect((await bodies(sandbox, location.id))[1]).toMatchObject({ forward: { forwardWholeThread: true } });
  });

  test('can be a new email instead', async ({ page, location, sandbox }) => {
    await answerBy(page, 'New email');
    await expect(composer(page).getByText('This starts a new email thread.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Something else');
    await text(page).fill('Hello');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await bodies(sandbox, location.id)).length).toBe(1);
    const [sent] = await bodies(sandbox, location.id);
    expect(sent).not.toHaveProperty('replyMessageId');
    expect(sent?.html).toBe('<div dir="auto">Hello</div>');
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`is accessible with all its fields, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await answerBy(page, 'Reply all');
      await readers(page, 'Cc').fill('nobody,');
      await page.getByRole('button', { name: 'Show the quoted email' }).click();
      await expect(page.getByRole('blockquote')).toHaveText('Or on Friday.');
      await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
