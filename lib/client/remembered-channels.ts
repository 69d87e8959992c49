import * as z from 'zod/mini';
import { type SendChannel, sendChannels } from '@/lib/shared/contract/send';

/** As many conversations as anybody goes back to; the oldest choice gives way. */
const maxRemembered = 300;

const storageKey = (locationId: string) => `parley.channels/${locationId}`;
/** Pairs, the latest choice last: the keys of an object that look like numbers would not keep their order. */
const storedSchema = z.array(z.tuple([z.string(), z.enum(sendChannels)]));

/** The channel that a person chose in a conversation, in this browser; null: none. */
export function rememberedChannel(locationId: string, conversationId: string): SendChannel | null {
  return new Map(stored(locationId)).get(conversationId) ?? null;
}

export function rememberChannel(locationId: string, conversationId: string, channel: SendChannel): void {
  const known = stored(locationId);
  const [lastId, lastChannel] = known.at(-1) ?? [];
  if (lastId === conversationId && lastChannel === channel) return;
  const others = known.filter(([id]) => id !== conversationId);
  const next = [...others, [conversationId, channel]].slice(-maxRemembered);
  try {
    localStorage.setItem(storageKey(locationId), JSON.stringify(next));
  } catch {
    // Without storage the choice lives as long as the composer.
  }
}

function stored(locationId: string): [string, SendChannel][] {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(localStorage.getItem(storageKey(locationId)) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
