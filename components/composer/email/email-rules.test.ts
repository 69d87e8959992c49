import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { emailLabel, emailProblem } from './email-outgoing';
import { parseAddresses, replySubject } from './email-rules';

describe('an email', () => {
  it('answers a subject once', () => {
    expect([replySubject('Fitting'), replySubject('RE: Fitting'), replySubject('')]).toEqual([
      'Re: Fitting',
      'RE: Fitting',
      '',
    ]);
  });

  it('finds the address that is none', () => {
    expect(parseAddresses('a@b.co; c@d.example, nobody')).toEqual({
      addresses: ['a@b.co', 'c@d.example'],
      wrong: ['nobody'],
    });
  });

  it('names on the button how many people it reaches', () => {
    expect(emailLabel({ cc: '', bcc: '' })).toBe('Send email');
    expect(emailLabel({ cc: 'a@b.co', bcc: 'c@d.co' })).toBe('Email 3 people');
  });

  it('is kept back when it cannot be sent, beside the field that it concerns', () => {
    const draft = { ...emptyDraft, text: 'Hello' };
    expect(emailProblem(draft, ' ')?.field).toBe('subject');
    expect(emailProblem({ ...draft, cc: 'nobody' }, 'Hi')?.field).toBe('cc');
    expect(emailProblem(emptyDraft, 'Hi')?.field).toBe('text');
    expect(emailProblem(draft, 'Hi')).toBeNull();
  });
});
