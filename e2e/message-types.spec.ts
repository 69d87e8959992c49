import type { Locator, Page } from 'playwright/test';
import { userListSchema } from '@/lib/shared/contract/user';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { findConversation, openConversation } from './support/rows';

const minuteMs = 60_000;

/** All that CONTRACT 1.5 knows but emails, which are threads of their own and have tests of their own, and one more. */
const types = [
  ...['SMS', 'SMS_REVIEW_REQUEST', 'WEBCHAT', 'SMS_NO_SHOW_REQUEST', 'CAMPAIGN_SMS', 'FACEBOOK'],
  ...['CAMPAIGN_FACEBOOK', 'CAMPAIGN_MANUAL_SMS', 'GMB', 'CAMPAIGN_GMB', 'REVIEW', 'INSTAGRAM', 'WHATSAPP'],
  ...['CUSTOM_SMS', 'CUSTOM_PROVIDER_SMS', 'ACTIVITY_CONTACT', 'ACTIVITY_INVOICE', 'ACTIVITY_PAYMENT'],
  ...['LIVE_CHAT', 'ACTIVITY_OPPORTUNITY', 'LIVE_CHAT_INFO_MESSAGE', 'ACTIVITY_APPOINTMENT'],
  ...['FACEBOOK_COMMENT', 'INSTAGRAM_COMMENT', 'TIKTOK_COMMENT', 'GROUP_SMS', 'INTERNAL_CHAT'],
  ...['INTERNAL_COMMENT', 'ACTIVITY_EMPLOYEE_ACTION_LOG', 'RCS', 'TIKTOK', 'ACTIVITY_WHATSAPP'],
  ...['FORM_SUBMISSION', 'SMS_REACTION', 'ACTIVITY_CONVERSATION', 'HOLOGRAM', 'ACTIVITY_MOON_LANDING'],
  ...['CALL', 'CAMPAIGN_CALL', 'CAMPAIGN_MANUAL_CALL', 'IVR_CALL', 'CUSTOM_CALL', 'VOICEMAIL'],
  ...['CAMPAIGN_VOICEMAIL', 'CALL_CONNECTED', 'CALL_ENDED'],
];

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('every type can be read', async ({ page, location, sandbox, openInbox }) => {
  await openInbox();
  const conversationId = await findConversation(page, 'Walter Grimes');
  const startedAt = Date.now() - types.length * minuteMs;
  const bodies = types.map((type, index) => `Number ${index + 1} is ${type}.`);
  for (const [index, type] of types.entries()) {
    await sandbox.message(location.id, {
      conversationId,
      messageType: `TYPE_${type}`,
      body: bodies[index],
      status: 'delivered',
      dateAdded: startedAt + index * minuteMs,
    });
  }
  await openInbox(conversationId);
  const log = page.getByRole('log');
  await expect(log.getByText(bodies.at(-1) ?? '')).toBeVisible();
  const missing = new Set(bodies);
  await log.focus();
  await expect(async () => {
    const text = (await log.textContent()) ?? '';
    for (const body of missing) if (text.includes(body)) missing.delete(body);
    await page.keyboard.press('PageUp');
    expect([...missing]).toEqual([]);
  }).toPass({ intervals: [100] });
});

test('each is drawn for what it is', async ({ page, location, sandbox, openInbox }) => {
  await openInbox();
  const conversationId = await findConversation(page, 'Walter Grimes');
  const log = page.getByRole('log');
  const add = (messageType: string, body: string, more = {}) =>
    sandbox.message(location.id, { conversationId, messageType, body, ...more });
  const article = (text: string) => log.getByRole('article').filter({ hasText: text });

  await add('TYPE_REVIEW', '★★★★☆ The hem is perfect.', { meta: { rating: 4 } });
  await add('TYPE_FACEBOOK_COMMENT', 'Also for grooms?');
  await add('TYPE_FACEBOOK_COMMENT', 'Very much so!', { direction: 'outbound', status: 'delivered' });
  await add('TYPE_FORM_SUBMISSION', 'Form: Consultation\nParty of: 4\nBudget: $2,000');
  await add('TYPE_SMS_REACTION', 'Liked “See you then”');
  await add('TYPE_HOLOGRAM', 'Look up');
  await add('TYPE_SMS', 'Call +1 503 555 0142, order 88-1204 of 2027-05-22.');
  await openInbox(conversationId);

  await expect(article('The hem is perfect.').getByText('4 of 5 stars')).toBeAttached();
  await expect(article('The hem is perfect.')).not.toContainText('★');
  await expect(article('Also for grooms?')).toContainText('Comment on a post on Facebook');
  await expect(article('Very much so!')).toContainText('Public reply on Facebook');
  await expect(article('Form: Consultation').getByRole('term')).toHaveText(['Party of', 'Budget']);
  await expect(article('Form: Consultation').getByRole('definition')).toHaveText(['4', '$2,000']);
  await expect(article('Liked “See you then”')).toContainText('Reaction');
  await expect(article('Look up')).toContainText('Hologram: a kind of message that is new to Parley');
  const links = article('order 88-1204').getByRole('link');
  await expect(links).toHaveText(['+1 503 555 0142']);
  await expect(links).toHaveAttribute('href', 'tel:+15035550142');
});

test('what was sent names its author, and what failed its reason', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const conversationId = await findConversation(page, 'Walter Grimes');
  const log = page.getByRole('log');
  const { users } = userListSchema.parse(await (await page.request.get(apiPaths.users(location.id))).json());
  const send = (body: string, more = {}) =>
    sandbox.message(location.id, {
      conversationId,
      messageType: 'TYPE_SMS',
      direction: 'outbound',
      status: 'delivered',
      body,
      ...more,
    });
  await send('By a person', { userId: users[0]?.id });
  await send('By a workflow', { source: 'workflow' });
  await send('By a campaign', { source: 'campaign' });
  await send('Failed for a reason', {
    status: 'failed',
    meta: { errorMessage: '30003: the phone could not be reached' },
  });
  await send('Failed without one', { status: 'undelivered' });
  await openInbox(conversationId);
  const article = (text: string) => log.getByRole('article').filter({ hasText: text });
  await expect(article('By a person')).toContainText(users[0]?.name ?? 'nobody');
  await expect(article('By a workflow')).toContainText('Workflow ·');
  await expect(article('By a campaign')).toContainText('Campaign ·');
  await expect(article('Failed for a reason')).toContainText(
    'Not delivered. 30003: the phone could not be reached',
  );
  await expect(article('Failed without one')).toContainText('Not delivered. GoHighLevel gives no reason.');
});

test('events are quiet lines with what they tell, and many of them fold', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const conversationId = await findConversation(page, 'Walter Grimes');
  const log = page.getByRole('log');
  for (let index = 1; index <= 5; index++) {
    await sandbox.message(location.id, {
      conversationId,
      messageType: 'TYPE_ACTIVITY_CONTACT',
      body: `Tag ${index} was added`,
      activity: { title: 'Contact tagged' },
    });
  }
  await sandbox.message(location.id, { conversationId, messageType: 'TYPE_SMS', body: 'And then?' });
  await sandbox.message(location.id, {
    conversationId,
    messageType: 'TYPE_ACTIVITY_APPOINTMENT',
    direction: 'outbound',
    activity: {
      title: 'New appointment created',
      data: { appointmentTitle: 'Gown fitting', startTime: '2027-05-22T14:00:00Z' },
    },
  });
  await openInbox(conversationId);
  await expect(log.getByText(/New appointment created: Gown fitting, .*2027/)).toBeVisible();
  const fold = log.getByRole('button', { name: '5 events' });
  await expect(fold).toBeVisible();
  await expect(log.getByText(/Tag 3 was added/)).toBeHidden();
  await fold.click();
  await expect(log.getByText(/Contact tagged: Tag 3 was added/)).toBeVisible();
  await fold.click();
  await expect(log.getByText(/Tag 3 was added/)).toBeHidden();
});

test('an internal comment names whom it mentions, and says that it is one', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const comment = page.getByRole('article', { name: /^Internal comment, / });
  await expect(comment).toContainText('Internal comment · Mika Kaur');
  await expect(comment).toContainText('@Jonas Reyes please reserve the ivory');
  await expect(comment).not.toContainText('userId');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('every type is accessible', async ({ page, location, sandbox, openInbox }) => {
      await openInbox();
      const conversationId = await findConversation(page, 'Walter Grimes');
      const drawn = ['REVIEW', 'FORM_SUBMISSION', 'SMS_REACTION', 'HOLOGRAM', 'INSTAGRAM_COMMENT', 'CALL'];
      for (const [index, type] of [...drawn, ...Array(5).fill('ACTIVITY_CONTACT')].entries()) {
        await sandbox.message(location.id, {
          conversationId,
          messageType: `TYPE_${type}`,
          body: `Number: ${index}\nParty of: 4`,
          meta: { rating: 3 },
        });
      }
      await openInbox(conversationId);
      const fold = page.getByRole('button', { name: '5 events' });
      await fold.click();
      await lastText(page, 'Party of').waitFor();
      await expectAccessible(page);
    });
  });
}

function lastText(page: Page, text: string): Locator {
  return page.getByRole('log').getByText(text).last();
}
