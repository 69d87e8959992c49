import { Ban, Check } from 'lucide-react';
import type { Contact } from '@/lib/shared/contract/contact';
import { ContactSection } from './contact-section';
import { type ChannelLine, channelLines } from './contact-words';

/** "Do not disturb" of GHL, the right way round: what may still be used. */
export function ContactChannels({ contact }: { contact: Contact }) {
  return (
    <ContactSection title="May be contacted by">
      <ul>
        {channelLines(contact.blocked).map((line) => (
          <Channel key={line.channel} line={line} />
        ))}
      </ul>
    </ContactSection>
  );
}

function Channel({ line }: { line: ChannelLine }) {
  const isAllowed = line.state === 'allowed';
  const Icon = isAllowed ? Check : Ban;
  return (
    <li className="flex items-center gap-2 border-line border-b py-[7px]">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {line.label}
        {line.state === 'permanent' && (
          <span className="block text-12 text-ink-3">
            Permanently opted out. Only the contact can lift this.
          </span>
        )}
      </span>
      <span
        className={`flex shrink-0 items-center gap-1 font-semibold text-11 ${isAllowed ? 'text-good' : 'text-bad'}`}
      >
        <Icon aria-hidden className="size-3.5" />
        {isAllowed ? 'Allowed' : 'Blocked'}
      </span>
    </li>
  );
}
