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
  if (message.type.startsWith('TYPE_CAMPAIGN_')) return 'Campaign';
  return automations[message.source ?? ''] ?? 'Team';
}

/** What happened, to what and when; GHL often says the one within the other, and then once is enough. */
export function activityWords({ activity, body, type }: Pick<Message, 'activity' | 'body' | 'type'>): string {
  const title = activity?.title.trim() ?? '';
  const text = body?.trim() ?? '';
  const about = activity?.about ?? '';
  const said = joined(joined(title, text), about) || channelLabel(type);
  const more = [
    activity?.startsAt == null ? null : fullTime(activity.startsAt),
    activity?.state && !says(said, activity.state) ? sentence(activity.state).toLowerCase() : null,
  ].filter((part) => part !== null);
  return [said, ...more].join(', ');
}

function joined(first: string, second: string): string {
  if (!first || !second) return first || second;
  if (says(second, first)) return second;
  return says(first, second) ? first : `${first}: ${second}`;
}

export function isFailed(message: Message): boolean {
  return message.status === 'failed' || message.status === 'undelivered';
}

/** Why it did not arrive, in GHL's words; no reason is ever invented. */
export function failureWords(error: string | null): string {
  return error ? `Not delivered. ${error}` : 'Not delivered. GoHighLevel gives no reason.';
}

/** What became of an outbound message; null where nothing is known or nothing needs saying. */
export function statusWords(message: Pick<Message, 'status' | 'at'>, now: number): string | null {
  const { status, at } = message;
  if (status === null || status === '') return null;
  if (status === 'scheduled') return at !== null && at > now ? `Scheduled for ${fullTime(at)}` : 'Scheduled';
  return words[status] ?? sentence(status);
}

const automations: Record<string, string> = {
  workflow: 'Workflow',
  campaign: 'Campaign',
  bulk_actions: 'Bulk action',
};

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
