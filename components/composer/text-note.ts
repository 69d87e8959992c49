import type { Draft } from '@/lib/client/drafts';
import { filesNote } from '@/lib/shared/attachment-rules';
import { maxTextLength } from './draft-problem';
import { countSms, smsWords } from './sms-segments';
import type { PlainChannel } from './text-outgoing';

/** From here on the room that is left is worth saying. */
const nearlyFull = 100;

/** What a text comes to, beside the button that sends it; empty where there is nothing to say. */
export function textNote(channel: PlainChannel, { text, files }: Pick<Draft, 'text' | 'files'>): string {
  const left = maxTextLength(channel) - text.length;
  if (left <= nearlyFull) return `${left} characters left`;
  if (channel !== 'SMS') return '';
  if (files.length > 0) return filesNote(channel, files) ?? '';
  return text === '' ? '' : smsWords(countSms(text));
}
