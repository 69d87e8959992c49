import type { Draft } from '@/lib/client/drafts';
import { maxSmsLength } from '@/lib/shared/contract/send';
import type { ComposerProblem } from './outgoing';

/** Why a text cannot be sent as it stands; null when it can. */
export function textProblem(draft: Draft): ComposerProblem | null {
  if (draft.text.length > maxSmsLength) {
    return { field: 'text', message: `A text message has at most ${maxSmsLength} characters.` };
  }
  return filesProblem(draft) ?? emptyProblem(draft);
}

export function filesProblem({ files }: Pick<Draft, 'files'>): ComposerProblem | null {
  if (files.some(({ state }) => state === 'uploading')) {
    return { field: 'files', message: 'A file is still being uploaded.' };
  }
  if (files.some(({ state }) => state === 'failed')) {
    return { field: 'files', message: 'A file could not be uploaded. Remove it or try it again.' };
  }
  return null;
}

export function emptyProblem({ text, files }: Pick<Draft, 'text' | 'files'>): ComposerProblem | null {
  if (text.trim() || files.length > 0) return null;
  return { field: 'text', message: 'Write something or attach a file.' };
}
