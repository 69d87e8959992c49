import type { Draft } from '@/lib/client/drafts';
import { useEmailMode } from './email/use-email-mode';
import { textOutgoing } from './text-outgoing';
import type { ChannelScene } from './use-channel';
import { useTemplateMode } from './use-template-mode';

type Place = { locationId: string; conversationId: string; contactId: string | null };

/** What would leave on the chosen channel, and what its body needs to be drawn. */
export function useOutgoing(place: Place, { channel, option, addresses }: ChannelScene, draft: Draft) {
  const isTemplateOnly = option?.isTemplateOnly ?? false;
  const email = useEmailMode({
    ...place,
    contactEmail: addresses.email,
    draft,
    isOn: channel === 'Email',
  });
  const template = useTemplateMode({ ...place, draft, isOn: isTemplateOnly });
  if (channel === 'Email') return { kind: 'email', mode: email, outgoing: email.outgoing } as const;
  if (isTemplateOnly) return { kind: 'template', mode: template, outgoing: template.outgoing } as const;
  return { kind: 'text', channel, outgoing: textOutgoing(channel, draft, addresses.phone) } as const;
}
