import type { Locator } from 'playwright/test';
import { conversationOf } from './support/files';
import { expect, test } from './support/fixtures';

const hourMs = 3_600_000;
const mails = 60;

test('the rows of a thread stand one under the other in every frame, also while mails get their bodies', async ({
  page,
  sandbox,
  location,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  const conversationId = await conversationOf(page.request, location.id, 'Wedding Weekly');
  for (let index = 0; index < mails; index += 1) {
    const dateAdded = Date.now() - (mails - index) * 7 * hourMs;
    await sandbox.inbound(location.id, {
      conversationId,
      type: 'Email',
      subject: `Mail ${index}`,
      html: `<p>${'Long words to read. '.repeat(10 + ((index * 37) % 90))}</p>`,
      dateAdded,
    });
    const body = 'Words '.repeat(1 + ((index * 13) % 50));
    await sandbox.inbound(location.id, { conversationId, type: 'SMS', body, dateAdded: dateAdded + 60_000 });
  }
  await openInbox(conversationId);
  const log = page.getByRole('log');
  await expect(log.getByRole('article').last()).toBeVisible();
  expect(await jumpAbout(log), 'pixels that a row lay over the next one').toBeLessThan(2);
});

/** Goes to and fro in the thread; answers the worst that one row lay over the next in anything that was painted. */
function jumpAbout(log: Locator): Promise<number> {
  return log.evaluate(async (view) => {
    const overlap = () => {
      const { top, bottom } = view.getBoundingClientRect();
      const drawn = [...view.querySelectorAll<HTMLElement>('[data-index]')]
        .map((row) => ({ index: Number(row.dataset.index), box: row.getBoundingClientRect() }))
        .sort((one, other) => one.index - other.index);
      const depths = drawn.map(({ index, box }, at) => {
        const above = drawn[at - 1];
        const isInView = box.top > top && box.top < bottom;
        return isInView && above?.index === index - 1 ? above.box.bottom - box.top : 0;
      });
      return Math.max(0, ...depths);
    };
    // Observers are told one after the other, the last one right before a frame is painted.
    const last = document.createElement('div');
    last.style.cssText = 'position: fixed; width: 1px; height: 1px';
    document.body.append(last);
    let onFrame = (): void => {};
    const observer = new ResizeObserver(() => onFrame());
    observer.observe(last);
    const nextFrame = () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          onFrame = () => resolve(overlap());
          last.style.width = last.style.width === '1px' ? '2px' : '1px';
        });
      });
    let worst = 0;
    for (let jump = 0; jump < 60; jump += 1) {
      const isNear = jump % 3 === 0;
      view.scrollTop = isNear ? view.scrollTop - 700 : (((jump * 7919) % 100) / 100) * view.scrollHeight;
      for (let frame = 0; frame < 3; frame += 1) worst = Math.max(worst, await nextFrame());
    }
    observer.disconnect();
    last.remove();
    return worst;
  });
}
