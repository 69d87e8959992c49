import { expect, type Locator, type Page } from 'playwright/test';
import type { SandboxDriver } from './sandbox';

/** The composer of the open conversation, or what stands in its place. */
export function composer(page: Page): Locator {
  return page.getByRole('region', { name: 'Reply' });
}

/** Chooses a channel from the menu that has all of them. */
export async function chooseChannel(page: Page, name: string): Promise<void> {
  await composer(page)
    .getByRole('button', { name: /More channels/ })
    .click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
}

/** The bodies that reached GHL as messages to be sent, once there are so many. A send may be held for its undo time. */
export async function sentBodies(
  sandbox: SandboxDriver,
  locationId: string,
  count = 1,
): Promise<Record<string, unknown>[]> {
  const read = async () =>
    (await sandbox.accepted(locationId)).map(({ raw }) => raw as Record<string, unknown>);
  await expect.poll(async () => (await read()).length, { timeout: 30_000 }).toBe(count);
  return read();
}
