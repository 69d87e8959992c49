import type { DraftAnswer, DraftContent, SavedDraft } from '@/lib/shared/contract/draft';
import { contentOf, type Draft, type DraftRecord, draftOfContent, emptyDraft } from './drafts';
import { joinedActs } from './snippet-words';

/**
 * A draft that the server has, and how it is here. What was not changed here gives way to what is newer; what was
 * changed on both sides stays as it is here, with the other one beside it for the person to choose.
 */
export function mergeSaved(record: DraftRecord, saved: SavedDraft): DraftRecord {
  const { content, version, updatedAt } = saved;
  if (isGone(record, content)) return { ...record, version, isChanged: true };
  const ofATab = record.other?.version === null ? record.other : null;
  const taken = {
    ...record,
    draft: draftOfContent(content),
    version,
    isChanged: false,
    changedAt: updatedAt,
    other: ofATab,
  };
  if (!record.isChanged) return { ...taken, draft: withUnsavedFiles(taken.draft, record.draft) };
  const mine = contentOf(record.draft);
  if (isSame(mine, content)) return { ...record, version, isChanged: false };
  if (mine && continues(mine, content)) return { ...record, version };
  if (mine && continues(content, mine)) return taken;
  const text = [content.text, ofATab?.content.text].filter(Boolean).join('\n\n');
  const both = ofATab ? { ...content, text, rich: null } : content;
  return { ...record, other: { content: both, version, at: updatedAt } };
}

/** The list was read a moment ago: what was saved from here since then is newer than it. */
export function mergeListed(record: DraftRecord, saved: SavedDraft): DraftRecord {
  return saved.version > record.version ? mergeSaved(record, saved) : record;
}

/** What the server answered to saving `pushed`; the person may have gone on writing meanwhile. */
export function afterSave(record: DraftRecord, pushed: DraftRecord, answer: DraftAnswer): DraftRecord {
  const { version, draft } = answer;
  const isAsPushed = record.draft === pushed.draft;
  if (answer.isSaved) return { ...record, version, isChanged: !isAsPushed };
  const gone = { ...record, draft: emptyDraft, version, isChanged: false };
  if (answer.isSent) return isAsPushed ? { ...gone, isChanged: version > 0 } : { ...record, version };
  if (draft) return mergeSaved(record, draft);
  if (contentOf(record.draft) === null) return { ...record, version, isChanged: false };
  // Sent or cleared elsewhere. A server that knows of none at all has only let it go for its age.
  if (!record.isChanged && version > 0) return gone;
  return { ...record, version, isChanged: true };
}

/** Another tab has stored this draft while this one had changes that were not stored yet, or that it did not know of. */
export function meetOtherTab(mine: DraftRecord, theirs: DraftRecord): DraftRecord {
  const newest = Math.max(mine.version, theirs.version);
  if (isBehind(theirs, mine)) {
    return { ...mine, version: newest, isChanged: mine.isChanged || newest > mine.version };
  }
  if (isBehind(mine, theirs)) {
    return { ...theirs, version: newest, isChanged: theirs.isChanged || newest > theirs.version };
  }
  const { version } = theirs;
  const [here, there] = [contentOf(mine.draft), contentOf(theirs.draft)];
  if (isSame(here, there)) return theirs;
  if (there === null || (here && continues(here, there)))
    return { ...mine, version, other: theirs.other ?? mine.other };
  if (here && continues(there, here)) return theirs;
  return { ...mine, version, other: { content: there, version: null, at: theirs.changedAt } };
}

/** Two drafts in one, nothing of either lost: what came back first, then what was typed meanwhile. */
export function mergedDraft(back: Draft, now: Draft): Draft {
  const joined = (a: string, b: string, by: string) => [a, b].filter((part) => part.trim()).join(by);
  // An empty line between, as in the text: the form counts only where both say the same.
  const [above, below] = [blocksOf(back), blocksOf(now)];
  const between = above.length > 0 && below.length > 0 ? [{ type: 'paragraph' as const }] : [];
  const blocks = [...above, ...between, ...below];
  return {
    ...back,
    text: joined(back.text, now.text, '\n\n'),
    rich: back.rich || now.rich ? { type: 'doc', content: blocks } : null,
    subject: now.subject ?? back.subject,
    cc: joined(back.cc, now.cc, ', '),
    bcc: joined(back.bcc, now.bcc, ', '),
    mentions: [...back.mentions, ...now.mentions],
    files: [
      ...back.files,
      ...now.files.filter((file) => !back.files.some((known) => isSameFile(known, file))),
    ],
    acts: joinedActs(back.acts, now.acts),
    clientId: back.clientId,
  };
}

export type OtherChoice = 'use' | 'keep-both' | 'discard';

/** The person has chosen between the draft here and the other one. */
export function settleOther(record: DraftRecord, choice: OtherChoice): DraftRecord {
  const { other, draft } = record;
  if (!other) return record;
  const settled = { ...record, other: null, version: other.version ?? record.version, isChanged: true };
  if (choice === 'discard') return settled;
  const theirs = draftOfContent(other.content);
  if (choice === 'keep-both') return { ...settled, draft: mergedDraft(draft, theirs) };
  return { ...settled, draft: theirs, isChanged: other.version === null };
}

/** One tab still has what has gone from the other: tabs hear of each other a moment late. */
export function isBehind(one: DraftRecord, other: DraftRecord): boolean {
  return isGone(other, one.draft) && one.changedAt <= (other.gone?.at ?? 0);
}

/** As it was when it went, or before: whoever has written more has something of their own. */
function isGone({ gone }: DraftRecord, { clientId, text }: Pick<Draft, 'clientId' | 'text'>): boolean {
  return gone !== null && gone.clientId === clientId && gone.text.startsWith(text);
}

/** `later` is `earlier` with more written at its end: nothing of it is lost when the later one counts. */
function continues(later: DraftContent, earlier: DraftContent): boolean {
  const rest = ({ text: _, rich: _rich, ...fields }: DraftContent) => fields;
  return later.text.startsWith(earlier.text) && isSame(rest(later), rest(earlier));
}

/** Both come out of the same schema, which puts the keys in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Files that were refused or are on their way are known to this browser alone. */
function withUnsavedFiles(draft: Draft, known: Draft): Draft {
  const unsaved = known.files.filter(({ uploadId }) => uploadId === null);
  return unsaved.length > 0 ? { ...draft, files: [...draft.files, ...unsaved] } : draft;
}

function isSameFile(a: Draft['files'][number], b: Draft['files'][number]): boolean {
  return a.localId === b.localId || (a.uploadId !== null && a.uploadId === b.uploadId);
}

function blocksOf(draft: Draft) {
  if (draft.text.trim() === '') return [];
  if (draft.rich) return draft.rich.content;
  return draft.text.split('\n').map((text) => ({
    type: 'paragraph' as const,
    content: text ? [{ type: 'text' as const, text }] : [],
  }));
}
