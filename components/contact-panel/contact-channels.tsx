import { Ban, Check, Minus } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Contact } from '@/lib/shared/contract/contact';
import { ContactSection } from './contact-section';
import { type ChannelLine, channelLines } from './contact-words';

/** "Do not disturb" of GHL, the right way round: what may still be used. */
export function ContactChannels({ contact }: { contact: Contact }) {
  return (
    <ContactSection title="May be contacted by">
      <ul>
        {channelLines(contact).map((line) => (
          <Channel key={line.channel} line={line} />
        ))}
      </ul>
    </ContactSection>
  );
}

const looks = {
  allowed: { icon: Check, words: 'Allowed', tone: 'text-good' },
  blocked: { icon: Ban, words: 'Blocked', tone: 'text-bad' },
  permanent: { icon: Ban, words: 'Blocked', tone: 'text-bad' },
  missing: { icon: Minus, words: '', tone: 'text-ink-3' },
} satisfies Record<ChannelLine['state'], { icon: typeof Check; words: string; tone: string }>;

function Channel({ line }: { line: ChannelLine }) {
  const { icon: Icon, words, tone } = looks[line.state];
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
      <span className={cn('flex shrink-0 items-center gap-1 font-semibold text-11', tone)}>
        <Icon aria-hidden className="size-3.5" />
        {line.state === 'missing' ? (line.channel === 'Email' ? 'No address' : 'No number') : words}
      </span>
    </li>
  );
}
