import type { Locator, Page } from 'playwright/test';

/** A text that stands nowhere else. */
export const mark = (): string => `mark-${Math.random().toString(36).slice(2, 10)}`;

/** What the thread shows of a send that is not a message of it yet, or stands as one. */
export function sendOf(page: Page, text: string): Locator {
  return page.getByRole('log').getByRole('article').filter({ hasText: text });
}

export const acceptedTexts = (accepted: { message: string | null }[]): (string | null)[] =>
  accepted.map(({ message }) => message);
