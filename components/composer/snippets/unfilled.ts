import type { ComposerProblem } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import { firstVariable, richTexts, unfilledWords } from '@/lib/shared/variables';

/** What stops a send because it still stands in braces, and where; null when everything is filled in. */
export function unfilledProblem({ subject, text, rich }: Draft): ComposerProblem | null {
  for (const [field, words] of [
    ['subject', subject ?? ''],
    ['text', text],
    ...richTexts(rich).map((part) => ['text', part] as const),
  ] as const) {
    const found = firstVariable(words);
    if (found) return { field, message: unfilledWords(found), words: words.slice(found.start, found.end) };
  }
  return null;
}
