import type { Draft } from '@/lib/client/drafts';
import { maxEmailLength, maxSmsLength, type SendChannel } from '@/lib/shared/contract/send';
import type { ComposerProblem } from './outgoing';

/** How much of a text each channel takes: only the team's own words are not counted so closely. */
export function maxTextLength(channel: SendChannel): number {
  return channel === 'InternalComment' || channel === 'Email' ? maxEmailLength : maxSmsLength;
}

/** Why a text cannot be sent as it stands; null when it can. */
export function textProblem(channel: SendChannel, draft: Draft): ComposerProblem | null {
  const max = maxTextLength(channel);
  if (draft.text.length > max) {
    return { field: 'text', message: `At most ${max} characters go here. Take some out.` };
  }
  if (channel === 'Review' && draft.files.length > 0) {
    return { field: 'files', message: 'No file can go with a reply to a review. Remove it.' };
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
