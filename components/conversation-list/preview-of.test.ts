import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { previewOf } from './preview-of';

const row = (change: Partial<Conversation['lastMessage']>) => ({
  lastMessage: {
    type: 'TYPE_SMS',
    body: 'Hello there',
    direction: 'inbound' as const,
    isAutomated: false,
    at: 1,
    ...change,
  },
});

describe('the preview of a row', () => {
  it('shows the words of the contact as they are', () => {
    expect(previewOf(row({}))).toEqual({ prefix: null, text: 'Hello there', isTypeOnly: false });
  });

  it('is what the person has begun to write there, whoever wrote last', () => {
    const begun = previewOf(row({ direction: 'outbound' }), 'Happy to\nhelp');
    expect(begun).toMatchObject({ prefix: 'Draft ', text: 'Happy to help' });
  });

  it('says who wrote what left us: a person or a workflow', () => {
    expect(previewOf(row({ direction: 'outbound' })).prefix).toBe('Team: ');
    expect(previewOf(row({ direction: 'outbound', isAutomated: true })).prefix).toBe('Automation: ');
  });

  it('claims no author where the direction is unknown, or where it is an activity', () => {
    expect(previewOf(row({ direction: null })).prefix).toBeNull();
    expect(previewOf(row({ type: 'TYPE_ACTIVITY_APPOINTMENT', direction: 'outbound' })).prefix).toBeNull();
  });

  it('names the type where GHL holds no body, also for a blank one and a type nobody knows', () => {
    expect(previewOf(row({ type: 'TYPE_EMAIL', body: null, direction: 'outbound' }))).toEqual({
      prefix: 'Team: ',
      text: 'Email',
      isTypeOnly: true,
    });
    expect(previewOf(row({ type: 'TYPE_CALL', body: ' \n ' })).text).toBe('Call');
    expect(previewOf(row({ type: 'TYPE_NEW_THING', body: null })).text).toBe('New thing');
  });

  it('is one line, and no longer than a row can show', () => {
    expect(previewOf(row({ body: '  two\n\n lines\t here ' })).text).toBe('two lines here');
    expect(previewOf(row({ body: 'x'.repeat(100_000) })).text).toHaveLength(200);
  });

  it('never cuts a sign in two', () => {
    expect(previewOf(row({ body: `x${'👋'.repeat(300)}` })).text).toBe(`x${'👋'.repeat(199)}`);
  });
});
