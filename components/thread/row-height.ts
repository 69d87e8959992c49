import { messageForm } from '@/lib/shared/channel';
import type { ThreadRow } from './thread-rows';

/** Characters that fit on a line of a bubble, roughly. */
const lineLength = 62;
const lineHeight = 22.475;

/** A guess until a row is drawn and measured. The nearer it is, the less the scroll bar moves. */
export function guessRowHeight(row: ThreadRow | undefined): number {
  if (!row || row.kind === 'day' || row.kind === 'new') return 37;
  if (row.kind === 'events') return 36;
  if (row.kind === 'send')
    return 80 + textHeight(row.send.kind === 'known' ? row.send.send.request.text : '');
  const { message, endsRun } = row;
  if (message.kind === 'unreadable') return 30;
  const status = endsRun ? 28 : 3;
  const files = message.attachments.some(({ kind }) => kind === 'image')
    ? 153
    : message.attachments.length > 0
      ? 40
      : 0;
  switch (messageForm(message.type)) {
    case 'activity':
      return 30;
    case 'email':
      return 300;
    case 'call':
    case 'voicemail':
      return 70;
    case 'reaction':
      return 36;
    case 'review':
    case 'form':
      return 80 + textHeight(message.body);
    default:
      return Math.round(20 + textHeight(message.body) + files + status);
  }
}

function textHeight(text: string | null): number {
  if (!text) return lineHeight;
  const lines = text.slice(0, 10_000).split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0) * lineHeight;
}
