import { describe, expect, it } from 'vitest';
import { type DraftContent, draftContentSchema, type SavedDraft } from '@/lib/shared/contract/draft';
import { richToText } from '@/lib/shared/rich-text';
import { afterSave, meetOtherTab, mergedDraft, mergeListed, mergeSaved, settleOther } from './draft-merge';
import { type DraftRecord, draftOfContent, emptyRecord, parseLeftRecord, parseRecord } from './drafts';

const content = (text: string, more: Partial<DraftContent> = {}) =>
  draftContentSchema.parse({ text, clientId: 'x', ...more });
const saved = (text: string, version: number, more: Partial<DraftContent> = {}): SavedDraft => ({
  conversationId: 'c1',
  channel: 'SMS',
  content: content(text, more),
  version,
  updatedAt: 1_000,
});
const record = (text: string, change: Partial<DraftRecord> = {}): DraftRecord => ({
  ...emptyRecord,
  draft: text ? draftOfContent(content(text)) : emptyRecord.draft,
  version: 1,
  changedAt: 500,
  ...change,
});
const answer = (change: object) => ({ isSaved: false, isSent: false, version: 2, draft: null, ...change });

describe('a draft that the server has', () => {
  it('counts where nothing was changed here', () => {
    const merged = mergeSaved(record('Old'), saved('New', 2));
    expect(merged).toMatchObject({ draft: { text: 'New' }, version: 2, isChanged: false, other: null });
    expect(mergeSaved(emptyRecord, saved('From the phone', 4)).draft.text).toBe('From the phone');
  });

  it('stays beside the one here where both were changed, until the person has chosen', () => {
    const both = mergeSaved(record('Desk', { isChanged: true }), saved('Phone', 2));
    expect(both).toMatchObject({
      draft: { text: 'Desk' },
      version: 1,
      isChanged: true,
      other: { content: { text: 'Phone' }, version: 2, at: 1_000 },
    });
    expect(settleOther(both, 'use')).toMatchObject({
      draft: { text: 'Phone' },
      version: 2,
      isChanged: false,
      other: null,
    });
    expect(settleOther(both, 'discard')).toMatchObject({
      draft: { text: 'Desk' },
      version: 2,
      isChanged: true,
      other: null,
    });
    expect(settleOther(both, 'keep-both')).toMatchObject({
      draft: { text: 'Desk\n\nPhone' },
      version: 2,
      isChanged: true,
    });
  });

  it('that is the beginning of the one here, or goes on from it, needs no choice', () => {
    expect(mergeSaved(record('Hello there', { isChanged: true }), saved('Hello', 2))).toMatchObject({
      draft: { text: 'Hello there' },
      version: 2,
      isChanged: true,
      other: null,
    });
    expect(mergeSaved(record('Hello', { isChanged: true }), saved('Hello there', 2))).toMatchObject({
      draft: { text: 'Hello there' },
      isChanged: false,
      other: null,
    });
    // Other readers are another draft, however the text goes on.
    const more = saved('Hello there', 2, { cc: 'a@x.example' });
    expect(mergeSaved(record('Hello', { isChanged: true }), more).other).not.toBeNull();
  });

  it('is offered, not put back, where it was sent or cleared here', () => {
    const cleared = mergeSaved(record('', { isChanged: true }), saved('More, on the phone', 2));
    expect(cleared).toMatchObject({
      draft: { text: '' },
      other: { content: { text: 'More, on the phone' } },
    });
  });

  it('of a list that is older than what was saved from here changes nothing', () => {
    const mine = record('Mine', { version: 5 });
    expect(mergeListed(mine, saved('Old', 4))).toBe(mine);
    expect(mergeListed(mine, saved('Mine', 5))).toBe(mine);
  });

  it('takes no file away that only this browser knows', () => {
    const mine = record('With a file');
    const file = {
      localId: 'f',
      name: 'a.pdf',
      sizeBytes: 1,
      state: 'failed' as const,
      progress: 0,
      uploadId: null,
      error: 'No',
    };
    const merged = mergeSaved({ ...mine, draft: { ...mine.draft, files: [file] } }, saved('New', 2));
    expect(merged.draft.files).toEqual([file]);
  });
});

describe('after saving', () => {
  const pushed = record('Text', { isChanged: true });

  it('it is unchanged, unless the person went on writing', () => {
    const ok = answer({ isSaved: true });
    expect(afterSave(pushed, pushed, ok)).toMatchObject({ version: 2, isChanged: false });
    const later = record('Text and more', { isChanged: true });
    expect(afterSave(later, pushed, ok)).toMatchObject({
      draft: { text: 'Text and more' },
      version: 2,
      isChanged: true,
    });
  });

  it('what has gone out as a message is no draft, but what was written since is one', () => {
    expect(afterSave(pushed, pushed, answer({ isSent: true })).draft.text).toBe('');
    const later = record('Another', { isChanged: true });
    expect(afterSave(later, pushed, answer({ isSent: true })).draft.text).toBe('Another');
  });

  it('one that was sent elsewhere goes here too if nothing was changed here, and stays if something was', () => {
    const asked = record('Text');
    expect(afterSave(asked, asked, answer({})).draft.text).toBe('');
    expect(afterSave(pushed, pushed, answer({}))).toMatchObject({
      draft: { text: 'Text' },
      version: 2,
      isChanged: true,
    });
  });

  it('one that the server let go for its age stays', () => {
    const asked = record('Text');
    expect(afterSave(asked, asked, answer({ version: 0 }))).toMatchObject({
      draft: { text: 'Text' },
      version: 0,
      isChanged: true,
    });
  });

  it('clearing what is gone already is done', () => {
    const cleared = record('', { isChanged: true });
    expect(afterSave(cleared, cleared, answer({}))).toMatchObject({ version: 2, isChanged: false });
  });
});

describe('two tabs', () => {
  it('that wrote at the same moment keep both', () => {
    const met = meetOtherTab(record('Mine', { isChanged: true }), record('Theirs', { version: 3 }));
    expect(met).toMatchObject({
      draft: { text: 'Mine' },
      version: 3,
      other: { content: { text: 'Theirs' }, version: null, at: 500 },
    });
    expect(settleOther(met, 'use')).toMatchObject({ draft: { text: 'Theirs' }, version: 3, isChanged: true });
  });

  it('of which one sent it keep what the other has typed since', () => {
    expect(meetOtherTab(record('More', { isChanged: true }), emptyRecord)).toMatchObject({
      draft: { text: 'More' },
      other: null,
    });
    expect(meetOtherTab(record('', { isChanged: true }), record('More'))).toMatchObject({
      draft: { text: '' },
      other: { content: { text: 'More' } },
    });
  });
});

describe('what has gone out of a box', () => {
  const gone = { clientId: 'x', text: 'At four', at: 700 };
  const emptied = record('', { isChanged: true, changedAt: 700, gone });
  const behind = record('At four', { version: 2 });

  it('is not put back by a tab that has not heard of it yet', () => {
    expect(meetOtherTab(emptied, behind)).toMatchObject({
      draft: { text: '' },
      version: 2,
      isChanged: true,
      other: null,
    });
    expect(meetOtherTab({ ...behind, isChanged: true }, emptied)).toMatchObject({
      draft: { text: '' },
      version: 2,
      other: null,
    });
  });

  it('is not offered by the server, which has it from before', () => {
    for (const text of ['At four', 'At']) {
      expect(mergeSaved(emptied, saved(text, 2))).toMatchObject({
        draft: { text: '' },
        version: 2,
        isChanged: true,
        other: null,
      });
    }
  });

  it('comes back where it was taken back since, or goes on', () => {
    const back = record('At four', { changedAt: 900 });
    expect(meetOtherTab(emptied, back).other?.content.text).toBe('At four');
    expect(meetOtherTab(emptied, record('At four, or five')).other?.content.text).toBe('At four, or five');
    expect(mergeSaved(emptied, saved('At four, or five', 2)).other?.content.text).toBe('At four, or five');
  });
});

describe('two drafts in one', () => {
  it('lose neither words nor form nor files, and count a file once', () => {
    const file = { uploadId: 'u1', name: 'a.pdf', sizeBytes: 1 };
    const rich = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Bold' }] }],
    };
    const merged = mergedDraft(
      draftOfContent(content('Bold', { rich, files: [file], cc: 'a@x.example' })),
      draftOfContent(content('Plain', { files: [file], cc: 'b@x.example' })),
    );
    expect(merged).toMatchObject({ text: 'Bold\n\nPlain', cc: 'a@x.example, b@x.example' });
    expect(merged.files).toHaveLength(1);
    expect(merged.rich && richToText(merged.rich)).toBe(merged.text);
  });
});

describe('what is stored', () => {
  it('comes back, and a file that was on its way is to be picked again after the page is loaded anew', () => {
    const file = {
      localId: 'f',
      name: 'a.pdf',
      sizeBytes: 1,
      state: 'uploading' as const,
      progress: 0.4,
      uploadId: null,
      error: null,
    };
    const mine = record('Text');
    const text = JSON.stringify({ ...mine, draft: { ...mine.draft, files: [file] } });
    expect(parseRecord(text).draft.files[0]).toEqual(file);
    expect(parseLeftRecord(text).draft.files[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('Pick it again'),
    });
  });

  it('is nothing where it cannot be read', () => {
    for (const text of [null, '', '{', '{"draft":1}', '[]']) expect(parseLeftRecord(text)).toBe(emptyRecord);
  });
});
