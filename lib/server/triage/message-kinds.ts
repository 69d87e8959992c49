import 'server-only';
import type { Message } from '@/lib/shared/contract/message';

/** Placeholders, notices and notes among the team: nobody outside wrote or reads them (CONTRACT 1.2, 1.4, 1.5). */
const notOfPeople = new Set([
  'TYPE_NO_SHOW',
  'TYPE_INTERNAL_COMMENT',
  'TYPE_INTERNAL_CHAT',
  'TYPE_LIVE_CHAT_INFO_MESSAGE',
]);
const machines = new Set(['workflow', 'campaign', 'bulk_actions']);
const peoplesSources = new Set(['app', 'api']);
const personalCalls = new Set(['TYPE_CALL', 'TYPE_CUSTOM_CALL']);
/** The customer has not got these, or not yet. */
const notArrived = new Set(['failed', 'undelivered', 'scheduled']);

/** An event or a note of the team, not a part of the conversation with the customer. */
export function isNotice(type: string): boolean {
  return type.startsWith('TYPE_ACTIVITY') || notOfPeople.has(type);
}

/** Whether the customer did it: wrote, called, left a voicemail or a review. A type nobody knows yet counts too. */
export function isOfCustomer({ type, direction }: Pick<Message, 'type' | 'direction'>): boolean {
  return direction === 'inbound' && !isNotice(type);
}

/** Whether a person of the team answered: what a workflow, a campaign or a bulk action sends is no answer. */
export function isHumanReply(
  message: Pick<Message, 'type' | 'direction' | 'source' | 'userId' | 'status'>,
): boolean {
  const { type, direction, source, userId, status } = message;
  if (direction !== 'outbound' || isNotice(type) || type.startsWith('TYPE_CAMPAIGN')) return false;
  if (machines.has(source ?? '')) return false;
  // A call that nobody took is still a try of ours: only what was written can fail to arrive.
  if (personalCalls.has(type)) return true;
  return (peoplesSources.has(source ?? '') || userId !== null) && !notArrived.has(status ?? '');
}
