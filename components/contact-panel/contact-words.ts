import type { Contact } from '@/lib/shared/contract/contact';

export function contactName(contact: Pick<Contact, 'name' | 'phone' | 'email'>): string {
  return contact.name || contact.phone || contact.email || 'Unknown contact';
}

/** "Contact since Mar 2024": the month as a word, so that no order of numbers is in doubt. */
export function sinceWords(createdAt: number, locale?: string): string {
  return `Contact since ${new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }).format(createdAt)}`;
}

/** Only what can be dialled; GHL holds whatever someone typed. */
export function telHref(phone: string): string | null {
  const number = phone.replaceAll(/[\s().\-/]/g, '');
  return /^\+?\d{3,20}$/.test(number) ? `tel:${number}` : null;
}

export function mailHref(email: string): string | null {
  return /^[^\s@<>,;"?&]+@[^\s@<>,;"?&]+$/.test(email) ? `mailto:${email}` : null;
}

export type ChannelLine = {
  channel: string;
  label: string;
  state: 'allowed' | 'blocked' | 'permanent' | 'missing';
};

/** The channels everyone has, then what else GHL has blocked, in GHL's words. Nobody can be written to without an address. */
export function channelLines({
  blocked,
  phone,
  email,
}: Pick<Contact, 'blocked' | 'phone' | 'email'>): ChannelLine[] {
  const byChannel = new Map(blocked.map((entry) => [entry.channel, entry]));
  const channels = [...usualChannels, ...blocked.map(({ channel }) => channel)];
  return [...new Set(channels)].map((channel) => {
    const entry = byChannel.get(channel);
    const isMissing = channel === 'Email' ? !email : usualChannels.includes(channel) && !phone;
    return {
      channel,
      label: labels[channel] ?? channel,
      state: entry ? (entry.isPermanent ? 'permanent' : 'blocked') : isMissing ? 'missing' : 'allowed',
    };
  });
}

const usualChannels = ['SMS', 'Email', 'WhatsApp', 'Call'];

const labels: Record<string, string> = {
  Call: 'Calls',
  FB: 'Facebook and Instagram',
  GMB: 'Google Business',
};
