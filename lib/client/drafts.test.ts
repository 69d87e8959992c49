import { describe, expect, it } from 'vitest';
import { contentOf, emptyDraft, isBlank } from './drafts';

describe('a draft without a word', () => {
  it('is blank, whatever was only looked at', () => {
    expect(isBlank(emptyDraft)).toBe(true);
    expect(isBlank({ ...emptyDraft, text: ' \n', replyMode: 'forward', to: ' ' })).toBe(true);
    expect(isBlank({ ...emptyDraft, to: '+15035550142' })).toBe(true);
  });

  it('is none where a mail is forwarded or a template was chosen', () => {
    const forward = { ...emptyDraft, replyMode: 'forward' as const, to: 'ben@example.com' };
    expect(isBlank(forward)).toBe(false);
    expect(contentOf(forward)).toMatchObject({ replyMode: 'forward', to: 'ben@example.com' });
    expect(isBlank({ ...emptyDraft, templateId: 't1' })).toBe(false);
  });
});
