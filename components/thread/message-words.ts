import { channelLabel } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import { fullTime } from '@/lib/shared/format-time';

/** Names by message id (our own record of who sent) and by GHL user id. */
export type ThreadNames = {
  authors: Readonly<Record<string, string>>;
  users: ReadonlyMap<string, string>;
};

/** Who made an outbound message, as far as anyone knows. */
export function authorOf(message: Message, names: ThreadNames): string {
  const sender =
    names.authors[message.id] ?? (message.userId === null ? null : names.users.get(message.userId));
  if (sender) return sender;
  return message.source !== null && automations.has(message.source) ? 'Automation' : 'Team';
}

/** What happened, and to what; GHL often says the one within the other, and then once is enough. */
export function activityWords({ activity, body, type }: Pick<Message, 'activity' | 'body' | 'type'>): string {
  const title = activity?.title.trim() ?? '';
  const text = body?.trim() ?? '';
  if (!title || !text) return title || text || channelLabel(type);
  if (says(text, title)) return text;
  return says(title, text) ? title : `${title}: ${text}`;
}

export function isFailed(message: Message): boolean {
  return message.status === 'failed' || message.status === 'undelivered';
}

/** Why it did not arrive, in GHL's words; no reason is ever invented. */
export function failureWords(error: string | null): string {
  return error ? `Not delivered. ${error}` : 'Not delivered. GHL gives no reason.';
}

/** What became of an outbound message; null where nothing is known or nothing needs saying. */
export function statusWords(message: Pick<Message, 'status' | 'at'>, now: number): string | null {
  const { status, at } = message;
  if (status === null || status === '') return null;
  if (status === 'scheduled') return at !== null && at > now ? `Scheduled for ${fullTime(at)}` : 'Scheduled';
  return words[status] ?? sentence(status);
}

const automations = new Set(['workflow', 'campaign', 'bulk_actions']);

const words: Record<string, string> = {
  pending: 'Pending',
  queued: 'Pending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  opened: 'Opened',
  clicked: 'Link clicked',
  opt_out: 'Opted out',
  failed: 'Not delivered',
  undelivered: 'Not delivered',
};

function says(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** GHL adds words without notice: an unknown one is shown as it is. */
function sentence(word: string): string {
  const plain = word.replaceAll(/[_-]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
