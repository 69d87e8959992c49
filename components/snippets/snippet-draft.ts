import type { SentFile } from '@/lib/shared/contract/send';
import {
  noActs,
  type Snippet,
  type SnippetActs,
  type SnippetInput,
  snippetInputSchema,
  type Template,
} from '@/lib/shared/contract/snippet';
import type { Variable } from '@/lib/shared/contract/variable';
import { variableKey, variablesIn } from '@/lib/shared/variables';

/** The fields that something can be wrong with. */
export const snippetFields = ['name', 'folder', 'subject', 'text', 'isShared', 'uploadIds'] as const;
export type SnippetField = (typeof snippetFields)[number];

/** What is typed so far. It outlives its form: closing by mistake loses nothing. */
export type SnippetDraft = {
  name: string;
  folder: string;
  isShared: boolean;
  subject: string;
  text: string;
  files: SentFile[];
  acts: SnippetActs;
  /** Of what is changed: its version when the form was opened; null: it is new. */
  baseUpdatedAt: number | null;
};

export const emptySnippet: SnippetDraft = {
  name: '',
  folder: '',
  isShared: false,
  subject: '',
  text: '',
  files: [],
  acts: noActs,
  baseUpdatedAt: null,
};

export function draftOfSnippet(snippet: Snippet): SnippetDraft {
  const { name, folder, isShared, subject, text, files, acts, updatedAt } = snippet;
  return { name, folder, isShared, subject: subject ?? '', text, files, acts, baseUpdatedAt: updatedAt };
}

/** GHL's templates have no folders, and their files stay where they are. */
export function draftOfTemplate({ name, subject, text }: Template): SnippetDraft {
  return { ...emptySnippet, name: name.slice(0, 100), subject: subject ?? '', text };
}

const words: Partial<Record<SnippetField, string>> = {
  name: 'Give it a name of 1 to 100 characters.',
  folder: 'A folder has at most 60 characters.',
  subject: 'A subject has at most 500 characters.',
  text: 'A snippet has at most 20,000 characters.',
  uploadIds: 'At most 10 files go with one message.',
};

type Checked =
  | { input: SnippetInput; problem: null }
  | { input: null; problem: { field: SnippetField; message: string } };

/** What the server is asked for, or what is wrong with it. `original` keeps the form of a text that was not changed. */
export function checkedSnippet(draft: SnippetDraft, original: Snippet | null): Checked {
  const { name, folder, isShared, subject, text, files, acts } = draft;
  if (!text.trim() && files.length === 0)
    return { input: null, problem: { field: 'text', message: 'Write what it says, or attach a file.' } };
  const parsed = snippetInputSchema.safeParse({
    name,
    folder,
    isShared,
    subject: subject.trim() || null,
    text,
    rich: original?.text === text ? original.rich : null,
    uploadIds: files.map(({ uploadId }) => uploadId),
    acts,
  });
  if (parsed.success) return { input: parsed.data, problem: null };
  const at = parsed.error.issues[0]?.path[0];
  const field = snippetFields.find((known) => known === at) ?? 'text';
  return { input: null, problem: { field, message: words[field] ?? 'This cannot be saved as it is.' } };
}

/** Braces that stand for nothing here: most likely a slip of the finger. */
export function unknownVariables(text: string, variables: readonly Variable[]): string[] {
  const known = new Set(variables.map(({ name }) => variableKey(name)));
  const names = variablesIn(text).map(({ name }) => name);
  return [...new Set(names)].filter((name) => !known.has(variableKey(name)));
}
