import * as z from 'zod/mini';
import { type DraftContent, draftContentSchema } from '@/lib/shared/contract/draft';

const fileSchema = z.object({
  localId: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  state: z.enum(['uploading', 'done', 'failed']),
  /** 0 to 1. */
  progress: z.number(),
  uploadId: z.nullable(z.string()),
  error: z.nullable(z.string()),
});
export type DraftFile = z.infer<typeof fileSchema>;

/**
 * A draft as this browser has it, with files that are on their way. `clientId` is the id that it will be sent under,
 * from its first letter on and in every tab: neither a lost answer nor a second tab can send it twice.
 */
export const draftSchema = z.extend(draftContentSchema, { files: z.array(fileSchema) });
export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = draftSchema.parse({ text: '', files: [] });

/** The same draft as it was written elsewhere, while it was changed here too. */
const otherDraftSchema = z.object({
  content: draftContentSchema,
  /** The server's version of it; null: of another tab of this browser. */
  version: z.nullable(z.number()),
  at: z.number(),
});
export type OtherDraft = z.infer<typeof otherDraftSchema>;

/** The draft that has gone out of this box last, sent or given up: whoever still shows it does not know that yet. */
const goneDraftSchema = z.object({ clientId: z.string(), text: z.string(), at: z.number() });

const draftRecordSchema = z.object({
  draft: draftSchema,
  /** The server's version that it is based on; 0: it has none. */
  version: z.number(),
  /** The server does not have it as it is here. */
  isChanged: z.boolean(),
  changedAt: z.number(),
  other: z._default(z.nullable(otherDraftSchema), null),
  gone: z._default(z.nullable(goneDraftSchema), null),
});
export type DraftRecord = z.infer<typeof draftRecordSchema>;

export const emptyRecord: DraftRecord = {
  draft: emptyDraft,
  version: 0,
  isChanged: false,
  changedAt: 0,
  other: null,
  gone: null,
};

export const keyPrefix = 'parley.draft/';

/** One draft for each conversation and channel. */
export function draftKey(locationId: string, conversationId: string, channel: string): string {
  return `${keyPrefix}${locationId}/${conversationId}/${channel}`;
}

export function placeOfKey(key: string) {
  const [locationId = '', conversationId = '', channel = ''] = key.slice(keyPrefix.length).split('/');
  return { locationId, conversationId, channel };
}

const reloadedWords = 'It was not uploaded before the page was closed. Pick it again.';

/** What is stored, as the tab that is at it has it. */
export function parseRecord(text: string | null): DraftRecord {
  const parsed = draftRecordSchema.safeParse(readJson(text));
  return parsed.success ? parsed.data : emptyRecord;
}

/** What an earlier page has left. A file that was under way has to be picked again: the browser does not keep it. */
export function parseLeftRecord(text: string | null): DraftRecord {
  const record = parseRecord(text);
  if (record.draft.files.every(({ state }) => state !== 'uploading')) return record;
  const files = record.draft.files.map((file) =>
    file.state === 'uploading' ? { ...file, state: 'failed' as const, error: reloadedWords } : file,
  );
  return { ...record, draft: { ...record.draft, files } };
}

/** Whether there is nothing in it that anybody would miss. */
export function isBlank(
  draft: Pick<Draft, 'text' | 'cc' | 'bcc' | 'subject' | 'replyMode' | 'to' | 'templateId'> & {
    files: unknown[];
  },
): boolean {
  const { text, cc, bcc, subject, replyMode, to, templateId, files } = draft;
  // Both are sent without a word of one's own.
  const isMeant = (replyMode === 'forward' && to?.trim()) || templateId !== null;
  const words = [text, cc, bcc, subject ?? ''];
  return !isMeant && files.length === 0 && words.every((each) => each.trim() === '');
}

/** What the server keeps of it: files that are there already, nothing of a blank one. */
export function contentOf(draft: Draft): DraftContent | null {
  const files = draft.files.flatMap(({ uploadId, name, sizeBytes }) =>
    uploadId === null ? [] : [{ uploadId, name, sizeBytes }],
  );
  return isBlank({ ...draft, files }) ? null : draftContentSchema.parse({ ...draft, files });
}

export function draftOfContent(content: DraftContent): Draft {
  const files = content.files.map((file) => ({
    ...file,
    localId: file.uploadId,
    state: 'done' as const,
    progress: 1,
    error: null,
  }));
  return { ...content, files };
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
