// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDraft } from './drafts';
import { dropSending, keepSending, recoverSendings, restoreSending } from './sending';
import { changeDraft, readDraft } from './use-draft';

const typed = (key: string, text: string) => changeDraft(key, (draft) => ({ ...draft, text }));
let key = '';

beforeEach(() => {
  localStorage.clear();
  key = `parley.draft/l/${Math.random()}/SMS`;
});

describe('a draft', () => {
  it('keeps one id from its first letter on, whatever is changed', () => {
    typed(key, 'a');
    const { clientId } = readDraft(key);
    typed(key, 'another text');
    expect(clientId).not.toBeNull();
    expect(readDraft(key).clientId).toBe(clientId);
  });

  it('comes back under its id, in front of what was typed meanwhile', () => {
    typed(key, 'first');
    const draft = readDraft(key);
    keepSending(draft.clientId ?? '', key, draft);
    changeDraft(key, () => emptyDraft);
    typed(key, 'second');
    restoreSending(draft.clientId ?? '');
    expect(readDraft(key)).toMatchObject({ text: 'first\n\nsecond', clientId: draft.clientId });
  });

  it('comes back into its own box, though another one is open', () => {
    const other = `${key}-email`;
    typed(other, 'an email');
    typed(key, 'a text');
    const { clientId } = readDraft(key);
    keepSending(clientId ?? '', key, readDraft(key));
    changeDraft(key, () => emptyDraft);
    restoreSending(clientId ?? '');
    expect([readDraft(key).text, readDraft(other).text]).toEqual(['a text', 'an email']);
  });

  it('survives a tab that crashed while sending it', () => {
    typed(key, 'on its way');
    const draft = readDraft(key);
    const kept = { draftKey: key, draft, startedAt: Date.now() };
    changeDraft(key, () => emptyDraft);
    localStorage.setItem(`parley.sending/${draft.clientId}`, JSON.stringify(kept));
    recoverSendings(Date.now() + 1000);
    expect(readDraft(key).text).toBe('');
    recoverSendings(Date.now() + 60_000);
    expect(readDraft(key)).toMatchObject({ text: 'on its way', clientId: draft.clientId });
    expect(localStorage.getItem(`parley.sending/${draft.clientId}`)).toBeNull();
  });

  it('is gone for good once the answer has come', () => {
    typed(key, 'sent');
    const draft = readDraft(key);
    keepSending(draft.clientId ?? '', key, draft);
    changeDraft(key, () => emptyDraft);
    dropSending(draft.clientId ?? '');
    recoverSendings(Date.now() + 60_000);
    expect(readDraft(key).text).toBe('');
  });
});
