import { paths } from '@/lib/shared/paths';
import { chooseChannel, composer, sentBodies } from './support/composer';
import { expect, test } from './support/own-app';
import { openConversation } from './support/rows';

test.beforeEach(async ({ signInWith, openInbox }) => {
  await signInWith();
  await openInbox();
});

test('what is closed is said before anybody writes', async ({ page }) => {
  await openConversation(page, 'Deborah Lindgren');
  await expect(composer(page).getByText('The contact has opted out of SMS.')).toBeVisible();
  await expect(composer(page).getByRole('button', { name: /^Send SMS/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('a reply begins on a channel that is open, and says why it is not the one they used', async ({
  page,
}) => {
  await openConversation(page, 'Marcus Tan');
  await expect(composer(page).getByText(/"Do not disturb" is on for SMS/)).toBeVisible();
  await expect(composer(page).getByRole('textbox', { name: 'Email text' })).toBeVisible();
  await composer(page)
    .getByRole('button', { name: /More channels/ })
    .click();
  const sms = page.getByRole('menuitemradio', { name: /^SMS/ });
  await expect(sms).toHaveAttribute('aria-disabled', 'true');
  await expect(sms).toContainText('Do not disturb');
  await expect(page.getByRole('menuitemradio', { name: /^Facebook/ })).toContainText('have not written');
  await page.keyboard.press('Escape');
  await expect(sms).toBeHidden();
});

for (const [name, type, label, button] of [
  ['Noor Haddad', 'WhatsApp', 'WhatsApp message', 'Send WhatsApp'],
  ['Nadia Brandt', 'FB', 'Facebook message', 'Send on Facebook'],
  ['Sofia Marino', 'IG', 'Instagram message', 'Send on Instagram'],
  ['kayleigh.weds', 'TIKTOK', 'TikTok message', 'Send on TikTok'],
  ['Yusuf Demir', 'RCS', 'RCS message', 'Send RCS to …0184'],
] as const) {
  test(`${name} is answered where they wrote: ${type}`, async ({ page, location, sandbox }) => {
    await openConversation(page, name);
    await composer(page).getByRole('textbox', { name: label }).fill('With pleasure.');
    await composer(page).getByRole('button', { name: button }).click();
    const [body] = await sentBodies(sandbox, location.id);
    expect(body).toMatchObject({ type, message: 'With pleasure.' });
  });
}

test('WhatsApp says how long its window is open, and after it takes a template only', async ({
  page,
  location,
  sandbox,
}) => {
  await openConversation(page, 'Noor Haddad');
  await expect(composer(page).getByText(/^WhatsApp window open for \d+ h/)).toBeVisible();

  await openConversation(page, 'Oleksandr Shevchenko-Wielkopolski');
  await expect(composer(page).getByText(/WhatsApp window closed.*Only a template/)).toBeVisible();
  await expect(composer(page).getByRole('textbox')).toHaveCount(0);
  await composer(page).getByRole('button', { name: 'Send template' }).click();
  await expect(composer(page).getByRole('alert')).toHaveText('Choose the template to send.');
  // As it will be read, with their name in it.
  await composer(page)
    .getByRole('radio', { name: /appointment_confirmation.*Hello Oleksandr/ })
    .click();
  await composer(page).getByRole('button', { name: 'Send template' }).click();
  const [body] = await sentBodies(sandbox, location.id);
  expect(body).toMatchObject({ type: 'WhatsApp', templateId: expect.any(String) });
});

test('the visitor of a live chat sees that somebody writes, until it is sent', async ({
  page,
  location,
  sandbox,
}) => {
  const told = async () =>
    (await sandbox.requests(location.id)).filter(({ operation }) => operation === 'live-chat-agent-typing')
      .length;
  await openConversation(page, 'Visitor 4821');
  const box = composer(page).getByRole('textbox', { name: 'Chat message' });
  await box.pressSequentially('Up to 28');
  await expect.poll(told).toBe(1);
  await composer(page).getByRole('button', { name: 'Send in the chat' }).click();
  await expect.poll(told).toBe(2);
  const [body] = await sentBodies(sandbox, location.id);
  expect(body).toMatchObject({ type: 'Live_Chat', message: 'Up to 28' });
});

test('a review is answered in public, which is said before', async ({ page, location, sandbox }) => {
  await openConversation(page, 'Gwendolyn Achterberg');
  await expect(composer(page).getByText('Everyone can read this reply.')).toBeVisible();
  await composer(page).getByRole('textbox', { name: 'Public reply' }).fill('Thank you, Gwendolyn!');
  // Nothing public leaves by Enter alone.
  await expect(composer(page).getByRole('button', { name: 'Attach files' })).toHaveCount(0);
  await composer(page).getByRole('button', { name: 'Publish reply' }).click();
  const [body] = await sentBodies(sandbox, location.id);
  expect(body).toMatchObject({ message: 'Thank you, Gwendolyn!' });
  expect((await sandbox.accepted(location.id))[0]?.type).toBe('ReviewReply');
});

test('a group cannot be answered from here, and the way to GoHighLevel is shown', async ({ page }) => {
  await openConversation(page, 'Bridesmaids of Talia');
  await expect(composer(page)).toContainText('This is a group.');
  await expect(composer(page).getByRole('link', { name: /Open in GoHighLevel/ })).toBeVisible();
  await expect(composer(page).getByRole('textbox')).toHaveCount(0);
});

test('under a post nothing can be written but a comment for the team', async ({ page }) => {
  await openConversation(page, 'Renée Dubois');
  await expect(composer(page)).toContainText('They commented on a post.');
  await composer(page).getByRole('button', { name: 'Write a comment' }).click();
  await expect(composer(page).getByRole('textbox', { name: 'Internal comment' })).toBeFocused();
});

test('the channel that was chosen in a conversation is there when one comes back', async ({ page }) => {
  await openConversation(page, 'Devon Pryce');
  await chooseChannel(page, 'WhatsApp');
  await expect(composer(page).getByRole('radio', { name: 'WhatsApp' })).toBeChecked();
  await page.reload();
  await expect(composer(page).getByRole('radio', { name: 'WhatsApp' })).toBeChecked();
  await openConversation(page, 'Amara Okafor');
  await expect(composer(page).getByRole('radio', { name: 'SMS' })).toBeChecked();
});

test('of several numbers one is chosen, on either side', async ({ page, location, sandbox }) => {
  await openConversation(page, 'Devon Pryce');
  const to = composer(page).getByRole('combobox', { name: 'To' });
  await to.selectOption('+15035550134');
  await composer(page)
    .getByRole('combobox', { name: 'From' })
    .selectOption({ label: 'Jonas, tailoring · +15035550144' });
  await composer(page).getByRole('textbox', { name: 'Text message' }).fill('Tuesday at 5?');
  await composer(page).getByRole('button', { name: 'Send SMS to …0134' }).click();
  const [body] = await sentBodies(sandbox, location.id);
  expect(body).toMatchObject({ type: 'SMS', toNumber: '+15035550134', fromNumber: '+15035550144' });
});

test('without the right to read numbers there is simply no choice of them', async ({ page, sandbox }) => {
  const location = await sandbox.newLocation();
  await sandbox.token(location.id, { removeScopes: ['phonenumbers.read'] });
  await page.goto(paths.inbox(location.id));
  await openConversation(page, 'Devon Pryce');
  await expect(composer(page).getByRole('combobox', { name: 'To' })).toBeVisible();
  await expect(composer(page).getByRole('combobox', { name: 'From' })).toHaveCount(0);
  await sandbox.deleteLocation(location.id);
});
