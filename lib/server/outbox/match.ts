import 'server-only';
import type { SendChannel } from '@/lib/shared/contract/send';

/** A send that may or may not have arrived. */
export type Sought = {
  clientId: string;
  channel: SendChannel;
  text: string;
  /** Of an email. */
  subject: string | null;
  attachmentCount: number;
  /** The newest message of the thread when the call began, by GHL's clock. */
  baselineAt: number;
  /** By our clock. */
  startedAt: number;
  endedAt: number;
  /** Its call is under way: what is found for it is left to it. */
  isUnderWay: boolean;
};

/** A message of the thread, or a mail of one of its items, that no send has claimed yet. */
export type Found = {
  messageId: string;
  emailId: string | null;
  type: string;
  source: string | null;
  text: string;
  subject: string | null;
  attachmentCount: number;
  at: number;
};

/** GHL's words for what each channel makes; a provider of the location's own has others. */
const typesOf: Record<SendChannel, readonly string[]> = {
  SMS: ['TYPE_SMS', 'TYPE_CUSTOM_SMS', 'TYPE_CUSTOM_PROVIDER_SMS'],
  RCS: ['TYPE_RCS', 'TYPE_SMS'],
  WhatsApp: ['TYPE_WHATSAPP'],
  FB: ['TYPE_FACEBOOK'],
  IG: ['TYPE_INSTAGRAM'],
  TIKTOK: ['TYPE_TIKTOK'],
  Live_Chat: ['TYPE_LIVE_CHAT'],
  Email: ['TYPE_EMAIL', 'TYPE_CUSTOM_EMAIL', 'TYPE_CUSTOM_PROVIDER_EMAIL'],
  InternalComment: ['TYPE_INTERNAL_COMMENT'],
  Review: ['TYPE_REVIEW', 'TYPE_GMB'],
};
const machines = new Set(['workflow', 'campaign', 'bulk_actions']);
/** Around the call, by two clocks that need not agree. */
const beforeMs = 60_000;
const afterMs = 5 * 60_000;
/** A text that is shorter may stand within another one by chance. */
const leastWithin = 6;

/**
 * Which message is which send, one to one (SECURITY 2.1): equal texts first, in the order of the calls; then texts that
 * GHL added something to; and what is left only where a single message and a single send are.
 */
export function matchSends(sought: readonly Sought[], found: readonly Found[]): Map<string, Found> {
  const matches = new Map<string, Found>();
  const left = new Set([...found].sort((one, other) => one.at - other.at));
  const inOrder = [...sought].sort((one, other) => one.startedAt - other.startedAt);
  const take = (send: Sought, message: Found | undefined) => {
    if (!message) return;
    left.delete(message);
    matches.set(send.clientId, message);
  };
  for (const isLike of [isEqual, isWithin]) {
    for (const send of inOrder) {
      if (matches.has(send.clientId)) continue;
      take(
        send,
        [...left].find((message) => mayBe(send, message) && isLike(send, message)),
      );
    }
  }
  for (const send of inOrder) {
    if (matches.has(send.clientId) || send.isUnderWay) continue;
    const candidates = [...left].filter((message) => mayBe(send, message) && isInWindow(send, message));
    const rivals = inOrder.filter(
      (other) => !matches.has(other.clientId) && candidates.some((message) => mayBe(other, message)),
    );
    if (candidates.length === 1 && rivals.length === 1) take(send, candidates[0]);
  }
  return matches;
}

function mayBe(send: Sought, message: Found): boolean {
  return (
    typesOf[send.channel].includes(message.type) &&
    message.at > send.baselineAt &&
    !machines.has(message.source ?? '')
  );
}

function isEqual(send: Sought, message: Found): boolean {
  if (send.channel === 'Email' && bare(send.subject ?? '') !== bare(message.subject ?? '')) return false;
  const text = bare(send.text);
  return text === bare(message.text) && (text !== '' || send.attachmentCount === message.attachmentCount);
}

/** GHL adds signatures and short links; a mail quotes what it answers. */
function isWithin(send: Sought, message: Found): boolean {
  const text = bare(send.text);
  return text.length >= leastWithin && bare(message.text).includes(text);
}

function isInWindow(send: Sought, { source, at }: Found): boolean {
  return source === 'api' && at >= send.startedAt - beforeMs && at <= send.endedAt + afterMs;
}

/** Spaces and lines are what HTML and phones change first, and who is mentioned may come back as the name alone. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<userId>[^<>]{0,64}<\/userId>/g, '')
    .replace(/[\s\u200B-\u200F\uFEFF]+/g, '');
}
