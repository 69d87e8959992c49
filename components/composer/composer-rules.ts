import type { Draft } from '@/lib/client/drafts';
import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Contact } from '@/lib/shared/contract/contact';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { Email, MessageItem } from '@/lib/shared/contract/message';
import { maxReaders, maxSmsLength, maxSubjectLength } from '@/lib/shared/contract/send';

/** What this composer writes. */
export type ComposerChannel = 'SMS' | 'Email';

type Addresses = { phone: string | null; email: string | null };

/** The channel a reply most likely goes out on: the one they last used, as far as it can be answered here. */
export function startingChannel(
  conversation: Pick<Conversation, 'lastMessage'> & Addresses,
): ComposerChannel {
  const isEmail = messageForm(conversation.lastMessage.type) === 'email';
  if (isEmail && conversation.email) return 'Email';
  return conversation.phone || !conversation.email ? 'SMS' : 'Email';
}

/** Why nothing can be sent on a channel, said before anyone writes; null when it can. */
export function channelProblem(
  channel: ComposerChannel,
  addresses: Addresses,
  contact: Contact | undefined,
): string | null {
  if (channel === 'SMS' && !addresses.phone) return 'This contact has no phone number.';
  if (channel === 'Email' && !addresses.email) return 'This contact has no email address.';
  const block = contact?.blocked.find((blocked) => blocked.channel.toLowerCase() === channel.toLowerCase());
  if (!block) return null;
  return block.isPermanent
    ? `The contact has opted out of ${words[channel]}. Only the contact can lift this.`
    : `"Do not disturb" is on for ${words[channel]}, so GoHighLevel will not send it.`;
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

/** Whom else a mail was copied to, so that a reply need not leave them out unnoticed. */
export function otherReaders(mail: Pick<Email, 'cc'>, contactEmail: string | null, typed: string): string[] {
  const known = [contactEmail ?? '', ...parseAddresses(typed).addresses].map((address) =>
    address.toLowerCase(),
  );
  const addresses = mail.cc.map((reader) => reader.match(/<([^<>]+)>/)?.[1] ?? reader.trim());
  return [...new Set(addresses)].filter((address) => address && !known.includes(address.toLowerCase()));
}

/** The mail that an email answers: the newest of the newest email item. */
export function replyTarget(messages: readonly MessageItem[]): { emailId: string; subject: string } | null {
  for (const message of messages.toReversed()) {
    if (message.kind !== 'message' || messageForm(message.type) !== 'email') continue;
    const emailId = message.emailIds.at(-1);
    if (emailId) return { emailId, subject: message.subject ?? '' };
  }
  return null;
}

export function replySubject(subject: string): string {
  if (!subject) return '';
  const line = subject.replace(/\s+/g, ' ').trim();
  return /^re:/i.test(line) ? line : `Re: ${line}`;
}

/** The addresses of a line, and those that are none. */
export function parseAddresses(line: string): { addresses: string[]; wrong: string[] } {
  const parts = line
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isAddress = (part: string) => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(part);
  return { addresses: parts.filter(isAddress), wrong: parts.filter((part) => !isAddress(part)) };
}

/** What the button will do, in words: "Send SMS to …0142". */
export function sendLabel(channel: ComposerChannel, addresses: Addresses, others: number): string {
  if (channel === 'SMS') return addresses.phone ? `Send SMS to …${addresses.phone.slice(-4)}` : 'Send SMS';
  if (others > 0) return `Email ${others + 1} people`;
  return 'Send email';
}

/** What is wrong with a draft, beside the field it concerns; null when it can be sent. */
export function draftProblem(
  channel: ComposerChannel,
  draft: Draft,
  subject: string,
): { field: 'text' | 'subject' | 'cc' | 'bcc' | 'files'; message: string } | null {
  if (draft.files.some((file) => file.state === 'uploading')) {
    return { field: 'files', message: 'A file is still being uploaded.' };
  }
  if (draft.files.some((file) => file.state === 'failed')) {
    return { field: 'files', message: 'A file could not be uploaded. Remove it or try it again.' };
  }
  if (channel === 'Email') {
    if (!subject.trim()) return { field: 'subject', message: 'An email needs a subject.' };
    if (subject.length > maxSubjectLength) {
      return { field: 'subject', message: `A subject has at most ${maxSubjectLength} characters.` };
    }
    for (const field of ['cc', 'bcc'] as const) {
      const [wrong] = parseAddresses(draft[field]).wrong;
      if (wrong) return { field, message: `"${wrong}" is not an email address.` };
      if (parseAddresses(draft[field]).addresses.length > maxReaders) {
        return { field, message: `At most ${maxReaders} addresses stand in one line.` };
      }
    }
  }
  if (channel === 'SMS' && draft.text.length > maxSmsLength) {
    return { field: 'text', message: `A text message has at most ${maxSmsLength} characters.` };
  }
  if (!draft.text.trim() && draft.files.length === 0) {
    return { field: 'text', message: 'Write something or attach a file.' };
  }
  return null;
}

const answeredHere = /^TYPE_(CAMPAIGN_|CUSTOM_|CUSTOM_PROVIDER_|CAMPAIGN_MANUAL_)?SMS(_|$)/;

const words: Record<ComposerChannel, string> = { SMS: 'SMS', Email: 'email' };
