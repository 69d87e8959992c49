import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/fixtures';
import { openConversation } from './support/rows';

const hostile = [
  '<meta charset="utf-8"><style>p.MsoNormal { color: red }</style>',
  '<p class="MsoNormal" style="font-size:30pt" onclick="alert(1)"><b>Prices</b> for <i>spring</i><o:p></o:p></p>',
  '<script>window.wasRun = true</script><img src="x" onerror="window.wasRun = true">',
  '<ul><li>Gown</li><li><a href="javascript:window.wasRun = true">Shoes</a></li></ul>',
  '<p>See <a href="https://northloom.example/spring" style="color:red" target="_top">the page</a></p>',
].join('');

async function writeEmail(page: Page): Promise<Locator> {
  await openConversation(page, 'Amara Okafor');
  await page.getByRole('radio', { name: 'Email' }).click();
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  return page.getByRole('textbox', { name: 'Email text' });
}

async function paste(box: Locator, content: { html?: string; text?: string }) {
  await box.evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    if (text !== undefined) data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, content);
}

test.describe('what is pasted into an email', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('keeps its words and form, and nothing that runs', async ({ page, location, sandbox }) => {
    const box = await writeEmail(page);
    await box.focus();
    await paste(box, { html: hostile, text: 'Prices for spring' });
    await expect(box.getByRole('listitem')).toHaveText(['Gown', 'Shoes']);
    await expect(box.getByRole('link')).toHaveText(['the page']);
    await page.getByRole('textbox', { name: 'Subject' }).fill('Spring');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
    const html = (await sandbox.accepted(location.id))[0]?.html ?? '';
    expect(html).toContain('<strong>Prices</strong> for <em>spring</em>');
    expect(html).toContain('<li><div dir="auto">Gown</div></li>');
    expect(html).toContain(
      'href="https://northloom.example/spring" target="_blank" rel="noopener noreferrer"',
    );
    expect(html).not.toMatch(/javascript:|script|onclick|onerror|<img|style="(?:color|font)|Mso/i);
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
  });

  test('is taken as plain text with Shift', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const box = await writeEmail(page);
    await page.evaluate(async () => {
      const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
      await navigator.clipboard.write([
        new ClipboardItem({ ...part('text/html', '<b>one</b>'), ...part('text/plain', 'one\n\ntwo') }),
      ]);
    });
    await box.focus();
    await page.keyboard.press('Control+Shift+V');
    await expect(box.getByRole('paragraph')).toHaveText(['one', '', 'two']);
    await expect(box.getByRole('strong')).toHaveCount(0);
  });

  test('that does not fit is refused in words, and what was there stays', async ({ page }) => {
    const box = await writeEmail(page);
    await box.fill('Dear Amara');
    await paste(box, { text: 'x'.repeat(200_001) });
    await expect(page.getByRole('alert').filter({ hasText: '200,000 characters' })).toBeVisible();
    await expect(box).toHaveText('Dear Amara');
    await box.press('End');
    await box.pressSequentially(',');
    await expect(page.getByRole('alert').filter({ hasText: '200,000 characters' })).toBeHidden();
    await expect(box).toHaveText('Dear Amara,');
  });
});
