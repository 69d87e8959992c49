import { expect, type Locator, type Page } from 'playwright/test';

/** The rows of the list that are drawn right now. */
export function listRows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
}

/** Place and address of every row that is drawn, all at one moment: rows come and go while one looks. */
export function drawnRows(page: Page): Promise<[place: string, address: string][]> {
  return listRows(page).evaluateAll((elements) =>
    elements.map((row) => [row.getAttribute('aria-posinset') ?? '', row.getAttribute('href') ?? '']),
  );
}

/** A row is a link: its address names the conversation. */
export async function conversationIdOf(row: Locator): Promise<string> {
  const href = (await row.getAttribute('href')) ?? '';
  return new URL(href, 'http://app.invalid').pathname.split('/').at(-1) ?? '';
}

/** Finds a contact by the search; answers the id of the conversation, which is not opened. */
export async function findConversation(page: Page, name: string): Promise<string> {
  await page.getByRole('searchbox', { name: 'Search conversations' }).fill(name);
  await expect(listRows(page)).toHaveCount(1);
  return conversationIdOf(listRows(page).filter({ hasText: name }));
}

/** Finds a contact by the search and opens the conversation; answers its id. */
export async function openConversation(page: Page, name: string): Promise<string> {
  const id = await findConversation(page, name);
  await listRows(page).filter({ hasText: name }).click();
  await expect(page.getByRole('log')).toBeVisible();
  return id;
}

/** The box for a text message of the open conversation. */
export async function smsBox(page: Page): Promise<Locator> {
  await page.getByRole('radio', { name: 'SMS' }).click();
  return page.getByRole('textbox', { name: 'Text message' });
}

/** Goes to a view through the menu that has all of them. */
export async function chooseView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** The moments that the rows which are drawn name, in the order of the list. */
export function rowTimes(page: Page): Promise<number[]> {
  return listRows(page)
    .getByRole('time')
    .evaluateAll((elements) => elements.map((element) => Date.parse(element.getAttribute('datetime') ?? '')));
}
