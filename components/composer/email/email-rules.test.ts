import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import type { Message } from '@/lib/shared/contract/message';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { emailLabel, emailProblem } from './email-outgoing';
import { type EmailWritten, emailRequest } from './email-request';
import { answeredMail, mailsOf, subjectFor } from './email-rules';

const item = (id: string, emailIds: string[], subject: string | null = 'Fitting') =>
  ({ kind: 'message', id, type: 'TYPE_EMAIL', emailIds, subject }) as Message;
const target = { messageId: 'm1', emailId: 'e1', subject: 'Fitting', countInItem: 2 };
const frame = { clientId: '7f1a1d0e-0c51-4a57-9a39-111111111111', uploadIds: [], seen: null, schedule: null };

function written(
  change: Partial<EmailWritten> = {},
  draft: Partial<EmailWritten['draft']> = {},
): EmailWritten {
  return {
    draft: { ...emptyDraft, text: 'Hello', ...draft },
    mode: 'reply',
    subject: 'Re: Fitting',
    target,
    toAddresses: ['ana@okafor.example'],
    hasSignature: false,
    hasQuote: true,
    ...change,
  };
}
const sent = (email: EmailWritten) => sendRequestSchema.parse(emailRequest(email, frame));

describe('which mail is answered', () => {
  const mails = mailsOf([
    item('m1', ['e1', 'e2']),
    item('m2', ['e3']),
    { ...item('m3', []), type: 'TYPE_SMS' },
  ]);

  it('is the newest, unless another was chosen', () => {
    expect(answeredMail(mails, null)).toMatchObject({ messageId: 'm2', emailId: 'e3' });
    expect(answeredMail(mails, 'e1')).toMatchObject({ messageId: 'm1', emailId: 'e1', countInItem: 2 });
    expect(answeredMail(mails, 'older')).toMatchObject({ messageId: null, emailId: 'older' });
    expect(answeredMail([], null)).toBeNull();
  });

  it.each([
    ['reply', 'Fitting', 'Re: Fitting'],
    ['reply', 'RE: Fitting', 'RE: Fitting'],
    ['reply-all', 'AW: Anprobe', 'AW: Anprobe'],
    ['reply', 'Fwd: Fitting', 'Re: Fwd: Fitting'],
    ['forward', 'Re: Fitting', 'Fwd: Re: Fitting'],
    ['forward', 'FW: Fitting', 'FW: Fitting'],
    ['reply', 'two\n lines', 'Re: two lines'],
    ['new', 'Fitting', ''],
    ['reply', '', ''],
  ] as const)('gives %s of %j the subject %j', (mode, subject, expected) => {
    expect(subjectFor(mode, subject)).toBe(expected);
  });
});

describe('an email', () => {
  it('names on the button what happens, and how many people it reaches', () => {
    expect(emailLabel(written())).toBe('Send email');
    expect(emailLabel(written({}, { cc: 'a@b.co', bcc: 'c@d.co' }))).toBe('Email 3 people');
    expect(emailLabel(written({ mode: 'forward' }))).toBe('Forward email');
  });

  it('is kept back when it cannot be sent, beside the field that it concerns', () => {
    expect(emailProblem(written({ subject: ' ' }))?.field).toBe('subject');
    expect(emailProblem(written({}, { cc: 'nobody' }))?.field).toBe('cc');
    expect(emailProblem(written({}, { text: '' }))?.field).toBe('text');
    const many = Array.from({ length: 21 }, (_, index) => `a${index}@b.co`).join();
    expect(emailProblem(written({}, { bcc: many }))?.message).toMatch(/At most 20/);
    expect(emailProblem(written())).toBeNull();
  });

  it('is forwarded to one address, with or without a word', () => {
    const forward = (to: string | null) => emailProblem(written({ mode: 'forward' }, { to, text: '' }));
    expect(forward(null)?.field).toBe('to');
    expect(forward('nobody')?.message).toContain('"nobody"');
    expect(forward('a@b.co, c@d.co')?.message).toMatch(/one address/);
    expect(forward('a@b.co')).toBeNull();
  });

  it('says what it answers, and to which address only where there are several', () => {
    expect(sent(written())).toMatchObject({ replyToEmailId: 'e1', to: null, forward: null, hasQuote: true });
    const several = { toAddresses: ['ana@okafor.example', 'ana@work.example'] };
    expect(sent(written(several))).toMatchObject({ to: 'ana@okafor.example' });
    expect(sent(written(several, { to: 'Ana@work.example' }))).toMatchObject({ to: 'ana@work.example' });
    expect(sent(written(several, { to: 'stranger@x.example' }))).toMatchObject({ to: 'ana@okafor.example' });
    expect(sent(written({ mode: 'new', target: null }))).toMatchObject({ replyToEmailId: null });
  });

  it('leaves a forward to GoHighLevel', () => {
    const email = written(
      { mode: 'forward', hasQuote: false },
      { to: 'Bo <bo@x.example>', isWholeThread: true },
    );
    expect(sent(email)).toMatchObject({
      to: null,
      replyToEmailId: null,
      forward: { to: 'bo@x.example', messageId: 'm1', emailId: 'e1', isWholeThread: true },
    });
  });
});
