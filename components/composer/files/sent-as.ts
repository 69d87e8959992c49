import type { Draft } from '@/lib/client/drafts';

/** What of a draft its reader gets, to be compared: how far its files are is left out, and which they are is not. */
export function sentAs({ files, clientId: _, ...written }: Draft): string {
  return JSON.stringify([written, files.map(({ localId }) => localId)]);
}
