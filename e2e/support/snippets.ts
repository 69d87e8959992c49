import { expect, type Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { ours } from './headers';

/** Written by whoever is signed in. */
export async function makeSnippet(
  page: Page,
  baseURL: string | undefined,
  locationId: string,
  snippet: Record<string, unknown>,
): Promise<{ id: string }> {
  const answer = await page.request.post(apiPaths.snippets(locationId), {
    data: snippet,
    headers: ours(baseURL),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as { id: string };
}
