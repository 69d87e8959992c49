import type { Locator, Page } from 'playwright/test';

/** The rows of the list that are drawn right now. */
export function listRows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Conversations' }).getByRole('option');
}

/** A row is a link: its address names the conversation. */
export async function conversationIdOf(row: Locator): Promise<string> {
  const href = (await row.getAttribute('href')) ?? '';
  return new URL(href, 'http://app.invalid').pathname.split('/').at(-1) ?? '';
}
