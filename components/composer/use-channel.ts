import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useNow } from '@/lib/client/clock';
import { onDraftChange, readRecord } from '@/lib/client/draft-store';
import { draftKey, isBlank } from '@/lib/client/drafts';
import { useContact } from '@/lib/client/queries/directory';
import { useThread } from '@/lib/client/queries/messages';
import { usePreferences } from '@/lib/client/queries/preferences';
import { rememberChannel, rememberedChannel } from '@/lib/client/remembered-channels';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { type SendChannel, sendChannels } from '@/lib/shared/contract/send';
import { channelOptions, startingChannel } from './channel-options';
import { emailRefusal } from './email-refusal';
import { threadFacts } from './thread-facts';

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The channel a reply goes out on, and everything that is known about the others. */
export function useChannel(locationId: string, conversation: Conversation) {
  const { id: conversationId, contactId, lastMessage } = conversation;
  const earlier = useEarlierChannel(locationId, conversationId);
  const [chosenNow, setChosen] = useState<SendChannel | null>(null);
  /** Whoever is in the box already has seen which one it is: it does not change under their hands. */
  const [held, setHeld] = useState<SendChannel | null>(null);
  const [reply, setReply] = useState<SendChannel | null>(null);
  const contact = useContact(locationId, contactId);
  const { thread, messages } = useThread(locationId, conversationId);
  const now = useNow();
  const isWhole = thread.data !== undefined && !thread.hasNextPage;
  // Not with every key in a thread of 10 000 messages.
  const facts = useMemo(() => threadFacts(messages, isWhole, lastMessage), [messages, isWhole, lastMessage]);
  const addresses = {
    phone: contact.data?.phone ?? conversation.phone,
    email: contact.data?.email ?? conversation.email,
  };
  const chosen = chosenNow ?? held ?? earlier;
  // Asked only where email is the question: each contact costs GHL calls of its own.
  const mayBeEmail = (chosen ?? facts.lastUsed) === 'Email';
  const preferences = usePreferences(locationId, contactId ?? '', mayBeEmail && contactId !== null);
  const options = channelOptions({
    facts,
    addresses,
    blocked: contact.data?.blocked,
    emailRefusal: emailRefusal(preferences.data, addresses.email),
    now,
    dayWords: (at) => dayFormat.format(at),
  });
  const starting = startingChannel(options, facts.lastUsed);
  // Where nothing is open, the usual channel says why.
  const fallback = facts.lastUsed ?? (addresses.email && !addresses.phone ? 'Email' : 'SMS');
  const channel = chosen ?? starting ?? fallback;
  const optionOf = (wanted: SendChannel | null) => options.find((one) => one.channel === wanted);

  function choose(next: SendChannel) {
    if (channel !== 'InternalComment') setReply(channel);
    setChosen(next);
    // Whoever comes back comes to answer.
    if (next !== 'InternalComment') rememberChannel(locationId, conversationId, next);
  }

  return {
    channel,
    option: optionOf(channel),
    options,
    facts,
    addresses,
    /** All numbers of the contact, the main one first. */
    toNumbers: [addresses.phone ?? [], contact.data?.additionalPhones ?? []].flat(),
    /** Why the channel that they wrote on last is closed, where this is another one. */
    closedInstead: channel === facts.lastUsed ? null : (optionOf(facts.lastUsed)?.reason ?? null),
    hasOpen: starting !== null,
    isChosen: (chosenNow ?? earlier) !== null,
    /** On this page, and not at an earlier visit. */
    isChosenNow: chosenNow !== null,
    /** A comment while a reply is written, and the other way round. */
    otherMode: channel === 'InternalComment' ? (reply ?? starting ?? fallback) : ('InternalComment' as const),
    choose,
    hold: () => setHeld(channel),
  };
}
export type ChannelScene = ReturnType<typeof useChannel>;

/**
 * The one with something begun in it, which may come from another computer a moment later, else the one that was chosen
 * here before. The server of this page knows neither.
 */
function useEarlierChannel(locationId: string, conversationId: string): SendChannel | null {
  const begun = useRef<SendChannel | null>(null);
  const remembered = useRef<SendChannel | null>(undefined);
  const read = () => {
    if (remembered.current === undefined) {
      remembered.current = rememberedChannel(locationId, conversationId);
    }
    // It stays although what was begun is sent or cleared.
    begun.current ??= begunChannel(locationId, conversationId);
    return begun.current ?? remembered.current;
  };
  return useSyncExternalStore(onDraftChange, read, () => null);
}

function begunChannel(locationId: string, conversationId: string): SendChannel | null {
  const begun = sendChannels.flatMap((channel) => {
    const { draft, changedAt } = readRecord(draftKey(locationId, conversationId, channel));
    return isBlank(draft) ? [] : [{ channel, changedAt }];
  });
  return begun.toSorted((one, other) => other.changedAt - one.changedAt)[0]?.channel ?? null;
}
