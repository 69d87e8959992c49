import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getConversation } from '@/lib/server/ghl/conversations';
import { changeSettings } from '@/lib/server/person/person-settings';
import { textToRich } from '@/lib/shared/rich-text';
import { emailSenders } from './email-senders';
import { type Stage, type StageLocation, startStage, type TestOutbox } from './testing/stage';

let stage: Stage;
let outbox: TestOutbox;
let location: StageLocation;
let id: string;

beforeAll(async () => {
  stage = await startStage();
  outbox = await stage.instance();
});
afterAll(() => stage.stop());

beforeEach(async () => {
  location = await stage.location({ preset: 'demo' });
  const rows = await location.all();
  id = rows.find(({ email }) => email === 'amara@okafor.example')?.id ?? '';
});

const email = { channel: 'Email', subject: 'Hem', text: 'Thursday' };

describe('an email that leaves', () => {
  it('has the signature and the answered mail as they are by then', async () => {
    await location.inbound(id, {
      type: 'Email',
      subject: 'Hem',
      html: '<p onclick="x()">Which <b>day</b>?</p>',
    });
    const { emails } = (await location.control(`snapshot/${id}`, undefined)) as {
      emails: { id: string; subject: string }[];
    };
    const replyToEmailId = emails.findLast(({ subject }) => subject === 'Hem')?.id;
    await changeSettings('mika', { signature: textToRich('Old') });
    await location.submit(id, { ...email, replyToEmailId, hasQuote: true, hasSignature: true });
    await changeSettings('mika', { signature: textToRich('Mika <Kaur>') });
    await outbox.runDue();
    const [sent] = await location.accepted();
    expect(sent?.raw).toMatchObject({ replyMessageId: replyToEmailId, emailReplyMode: 'reply' });
    expect(sent?.html).toMatch(
      /Thursday[\s\S]*Mika &lt;Kaur&gt;[\s\S]*wrote:[\s\S]*Which <strong>day<\/strong>\?/,
    );
    expect(sent?.html).not.toMatch(/Old|onclick/);
  });

  it('is from the location or from the writer, and from nobody else', async () => {
    const { senders, own } = await emailSenders(location.ghl, {
      locationId: location.locationId,
      personId: 'jonas',
    });
    expect(senders.map(({ isDefault }) => isDefault)).toEqual([true, false]);
    expect(senders.every(({ address }) => own.includes(address.toLowerCase()))).toBe(true);
    const from = senders[1]?.from;
    await location.submit(id, { ...email, from }, 'jonas');
    const forged = await location.submit(id, { ...email, from: 'The Bank <bank@bank.example>' }, 'jonas');
    const others = await location.submit(id, { ...email, from }, 'mika');
    await outbox.runDue();
    await outbox.runDue();
    await outbox.runDue();
    expect(await location.now(forged, 'jonas')).toMatchObject({ state: 'failed', attempts: 0 });
    expect(await location.now(others)).toMatchObject({ state: 'failed', attempts: 0 });
    expect((await location.accepted()).map(({ raw }) => raw.emailFrom)).toEqual([from]);
  });

  it('goes to an address of the contact and to no other, whatever a browser says', async () => {
    const others = await location.submit(id, { ...email, to: 'eve@elsewhere.example' });
    const own = await location.submit(id, { ...email, to: 'Amara@Okafor.example' });
    await outbox.runDue();
    await outbox.runDue();
    expect(await location.now(others)).toMatchObject({
      state: 'failed',
      error: { code: 'bad_request', message: expect.stringContaining('address') },
    });
    expect(await location.now(own)).toMatchObject({ state: 'sent' });
  });

  it('that is forwarded takes the mail along at GoHighLevel', async () => {
    const { message } = (await location.inbound(id, {
      type: 'Email',
      subject: 'Hem',
      html: '<p>Which day?</p>',
    })) as {
      message: { id: string };
    };
    const { emails } = (await location.control(`snapshot/${id}`, undefined)) as { emails: { id: string }[] };
    const forward = {
      to: 'bo@lind.example',
      messageId: message.id,
      emailId: emails.at(-1)?.id,
      isWholeThread: true,
    };
    await location.submit(id, { ...email, text: '', subject: 'Fwd: Hem', forward });
    await outbox.runDue();
    const { contactId } = await getConversation(location.ghl, id);
    expect((await location.accepted())[0]?.raw).toMatchObject({
      contactId,
      forward: {
        isForwarded: true,
        forwardWholeThread: true,
        messageId: message.id,
        toEmail: 'bo@lind.example',
      },
    });
  });
});
