import type { Target } from '@/lib/client/triage/targets';
import { conversationName } from '@/lib/shared/format-name';

/** What the acts in the palette are about. */
export function targetHeading({ rows, count, filter }: Target): string {
  if (filter) return `All ${count} conversations that match`;
  if (count > 1) return `${count} selected conversations`;
  const [row] = rows;
  return row ? conversationName(row) : 'The open conversation';
}
