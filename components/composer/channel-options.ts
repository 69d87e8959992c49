import { channelLabel } from '@/lib/shared/channel';
import type { Contact } from '@/lib/shared/contract/contact';
import type { SendChannel } from '@/lib/shared/contract/send';
import { channelNames } from './channel-of-type';
import { type ChannelWindow, channelWindow, timeLeft } from './channel-window';
import type { ThreadFacts } from './thread-facts';

type Addresses = { phone: string | null; email: string | null };

/** One way to write here. */
export type ChannelOption = {
  channel: SendChannel;
  label: string;
  /** Why nothing can be written on it, said before anybody does; null when it can. */
  reason: string | null;
  /** What is good to know before writing; null: nothing is. */
  note: string | null;
  /** Nothing but a template of the team's can be sent. */
  isTemplateOnly: boolean;
};

type ChannelScene = {
  facts: ThreadFacts;
  addresses: Addresses;
  /** What the contact blocked; undefined while it is not known. */
  blocked: Contact['blocked'] | undefined;
  /** Why no email may go to them; null when one may, or it is not known. */
  emailRefusal: string | null;
  /** Null where there is no telling, on the server: nothing is said of time then. */
  now: number | null;
  dayWords: (at: number) => string;
};

/** In the order in which they are offered. RCS and reviews only where the thread has them. */
export function channelOptions(scene: ChannelScene): ChannelOption[] {
  const order: SendChannel[] = [
    'SMS',
    'RCS',
    'WhatsApp',
    'Email',
    'FB',
    'IG',
    'TIKTOK',
    'Live_Chat',
    'Review',
    'InternalComment',
  ];
  return order
    .filter((channel) => (channel !== 'RCS' && channel !== 'Review') || scene.facts.seen.has(channel))
    .map((channel) => optionOf(channel, scene));
}

/** The channel a reply begins on: the one they last used if it is open, else the first that is; null: none is. */
export function startingChannel(
  options: readonly ChannelOption[],
  lastUsed: SendChannel | null,
): SendChannel | null {
  const isOpen = (channel: SendChannel) =>
    options.some((option) => option.channel === channel && option.reason === null);
  // WhatsApp is no guess: whether the location has it, nobody tells us.
  const order: SendChannel[] = ['SMS', 'Email', 'Live_Chat', 'FB', 'IG', 'TIKTOK', 'RCS', 'Review'];
  return [...(lastUsed && lastUsed !== 'InternalComment' ? [lastUsed] : []), ...order].find(isOpen) ?? null;
}

/** Those that stand side by side; the rest is in the menu beside them. */
export function rowOptions(
  options: readonly ChannelOption[],
  seen: ReadonlySet<SendChannel>,
  current: SendChannel,
): ChannelOption[] {
  const usual: readonly SendChannel[] = ['SMS', 'Email', 'InternalComment'];
  return options.filter(
    ({ channel, reason }) =>
      channel === current || (reason === null && (usual.includes(channel) || seen.has(channel))),
  );
}

/** Conversations that nothing can be written into from here, and why; null: this is none. */
export function readOnlyReason(lastType: string): string | null {
  if (lastType === 'TYPE_GROUP_SMS') {
    return 'This is a group. From here a message would reach only one of them, so the group is answered in GoHighLevel.';
  }
  if (lastType === 'TYPE_INTERNAL_CHAT') {
    return 'This is a chat within the team, which is written in GoHighLevel.';
  }
  return null;
}

/** Where an answer from here would not go where they wrote; null when it does. */
export function elsewhereNote(lastType: string): string | null {
  if (/^TYPE_(FACEBOOK|INSTAGRAM|TIKTOK)_COMMENT$/.test(lastType)) {
    return `They commented on a post. A ${channelLabel(lastType)} is answered in GoHighLevel.`;
  }
  if (/^TYPE_(CAMPAIGN_)?GMB$|^TYPE_WEBCHAT$/.test(lastType)) {
    return `They wrote by ${channelLabel(lastType)}, which is answered in GoHighLevel.`;
  }
  return null;
}

function optionOf(channel: SendChannel, scene: ChannelScene): ChannelOption {
  const window = windowOf(channel, scene);
  const reason = reasonOf(channel, scene);
  const isTemplateOnly = channel === 'WhatsApp' && window?.kind === 'closed';
  return {
    channel,
    label: channelNames[channel],
    reason,
    note: reason === null ? noteOf(channel, window, scene) : null,
    isTemplateOnly,
  };
}

function windowOf(channel: SendChannel, { facts, now }: ChannelScene): ChannelWindow | null {
  return now === null ? null : channelWindow(channel, facts, now);
}

function reasonOf(channel: SendChannel, scene: ChannelScene): string | null {
  const { facts, addresses } = scene;
  switch (channel) {
    case 'InternalComment':
    case 'Review':
      return null;
    case 'SMS':
    case 'RCS':
    case 'WhatsApp':
      return addresses.phone ? blockReason(channel, scene) : 'This contact has no phone number.';
    case 'Email':
      if (!addresses.email) return 'This contact has no email address.';
      return blockReason(channel, scene) ?? scene.emailRefusal;
    default: {
      const name = channelNames[channel];
      if (!facts.seen.has(channel)) {
        const where = channel === 'Live_Chat' ? 'in a live chat' : `on ${name}`;
        return facts.knownSince === 0
          ? `They have not written ${where}.`
          : `No message ${where} is among those loaded.`;
      }
      const window = windowOf(channel, scene);
      if (window?.kind === 'closed') {
        const last = window.lastAt === null ? '' : `, and that was on ${scene.dayWords(window.lastAt)}`;
        return `${name} takes an answer only within 7 days of their last message${last}.`;
      }
      return blockReason(channel, scene);
    }
  }
}

function noteOf(
  channel: SendChannel,
  window: ChannelWindow | null,
  { dayWords, facts }: ChannelScene,
): string | null {
  if (channel === 'Review') return 'Everyone can read this reply.';
  const name = channelNames[channel];
  if (window?.kind === 'open') return `${name} window open for ${timeLeft(window.leftMs)}`;
  if (channel !== 'WhatsApp' || window?.kind !== 'closed') return null;
  if (window.lastAt !== null) {
    return `WhatsApp window closed: they last wrote there on ${dayWords(window.lastAt)}, more than 24 hours ago. Only a template can be sent.`;
  }
  return facts.knownSince === 0
    ? 'They have not written on WhatsApp, so only a template can be sent.'
    : 'WhatsApp window closed: they have not written there within 24 hours. Only a template can be sent.';
}

/** GHL keeps one "do not disturb" for both of Meta's channels, and none for TikTok and live chats. */
function blockReason(channel: SendChannel, { blocked = [] }: ChannelScene): string | null {
  const dnd = channel === 'IG' ? 'FB' : channel;
  const block = blocked.find((entry) => entry.channel.toLowerCase() === dnd.toLowerCase());
  if (!block) return null;
  const name = channel === 'Email' ? 'email' : channelNames[channel];
  return block.isPermanent
    ? `The contact has opted out of ${name}. Only the contact can lift this.`
    : `"Do not disturb" is on for ${name}, so GoHighLevel will not send it.`;
}
