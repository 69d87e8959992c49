import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Contact } from '@/lib/shared/contract/contact';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { SendChannel } from '@/lib/shared/contract/send';

type Addresses = { phone: string | null; email: string | null };

/** The channel a reply most likely goes out on: the one they last used, as far as it can be answered here. */
export function startingChannel(conversation: Pick<Conversation, 'lastMessage'> & Addresses): SendChannel {
  const isEmail = messageForm(conversation.lastMessage.type) === 'email';
  if (isEmail && conversation.email) return 'Email';
  return conversation.phone || !conversation.email ? 'SMS' : 'Email';
}

/** Why nothing can be sent on a channel, said before anyone writes; null when it can. */
export function channelProblem(
  channel: SendChannel,
  addresses: Addresses,
  contact: Contact | undefined,
): string | null {
  if (channel === 'SMS' && !addresses.phone) return 'This contact has no phone number.';
  if (channel === 'Email' && !addresses.email) return 'This contact has no email address.';
  const block = contact?.blocked.find((blocked) => blocked.channel.toLowerCase() === channel.toLowerCase());
  if (!block) return null;
  const word = channel === 'Email' ? 'email' : channel;
  return block.isPermanent
    ? `The contact has opted out of ${word}. Only the contact can lift this.`
    : `"Do not disturb" is on for ${word}, so GoHighLevel will not send it.`;
}

/** Where an answer from here would not go where they wrote; null when it does. */
export function channelNote(lastType: string): string | null {
  if (lastType === 'TYPE_GROUP_SMS') {
    return 'This is a group. An SMS from here reaches this contact alone; the group is answered in GoHighLevel.';
  }
  const form = messageForm(lastType);
  if (form === 'review')
    return 'Reviews are answered in GoHighLevel. From here you can write by SMS or email.';
  if (form !== 'text' || answeredHere.test(lastType) || lastType === 'TYPE_NO_SHOW') return null;
  return `They wrote by ${channelLabel(lastType)}, which is answered in GoHighLevel. From here you can write by SMS or email.`;
}

/** What the button will do, in words: "Send SMS to …0142". */
export function smsLabel(phone: string | null): string {
  return phone ? `Send SMS to …${phone.slice(-4)}` : 'Send SMS';
}

const answeredHere = /^TYPE_(CAMPAIGN_|CUSTOM_|CUSTOM_PROVIDER_|CAMPAIGN_MANUAL_)?SMS(_|$)/;
