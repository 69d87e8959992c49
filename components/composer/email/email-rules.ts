import { messageForm } from '@/lib/shared/channel';
import type { Email, MessageItem } from '@/lib/shared/contract/message';

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
