import type { SendChannel } from '@/lib/shared/contract/send';
import type { ThreadFacts } from './thread-facts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long after their last message a channel takes a free answer. Meta allows 7 days where a person answers. */
const windowMs: Partial<Record<SendChannel, number>> = { WhatsApp: dayMs, FB: 7 * dayMs, IG: 7 * dayMs };

export type ChannelWindow =
  | { kind: 'open'; leftMs: number }
  /** `lastAt` null: they have not written within it, and when they last did is not known. */
  | { kind: 'closed'; lastAt: number | null }
  /** The messages that are loaded do not tell. */
  | { kind: 'unknown' };

/** Null: the channel has no window. */
export function channelWindow(
  channel: SendChannel,
  { lastInboundAt, knownSince }: Pick<ThreadFacts, 'lastInboundAt' | 'knownSince'>,
  now: number,
): ChannelWindow | null {
  const length = windowMs[channel];
  if (length === undefined) return null;
  const lastAt = lastInboundAt.get(channel) ?? null;
  if (lastAt !== null && lastAt + length > now) return { kind: 'open', leftMs: lastAt + length - now };
  const isKnown = knownSince !== null && knownSince <= now - length;
  return isKnown ? { kind: 'closed', lastAt } : { kind: 'unknown' };
}

/** "3 h 12 min", "6 d 4 h", "less than a minute". */
export function timeLeft(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const parts = days > 0 ? [days, 'd', hours, 'h'] : [hours, 'h', minutes % 60, 'min'];
  const [much, muchUnit, little, littleUnit] = parts;
  return [much ? `${much} ${muchUnit}` : '', little ? `${little} ${littleUnit}` : '']
    .filter(Boolean)
    .join(' ');
}
