import { BidiText } from '@/components/ui/bidi-text';
import { Spinner } from '@/components/ui/spinner';
import type { Contact } from '@/lib/shared/contract/contact';

/** Whose conversation is being opened, or why it could not be. */
export type Opening = { contact: Contact; problem: string | null };

export function contactName({ name, phone, email }: Contact): string {
  return name || phone || email || 'Unknown contact';
}

export function OpeningNote({ opening }: { opening: Opening | null }) {
  return (
    <div role="status" className="shrink-0 empty:hidden">
      {opening && (
        <p
          data-bad={opening.problem !== null || undefined}
          className="flex items-center gap-2 border-line border-t px-[18px] py-3 text-13 text-ink-2 data-bad:font-medium data-bad:text-bad"
        >
          {opening.problem === null && <Spinner aria-hidden />}
          <span>
            {opening.problem === null
              ? 'Opening the conversation with '
              : 'Could not open the conversation with '}
            <BidiText>{contactName(opening.contact)}</BidiText>
            {opening.problem === null ? '…' : `. ${opening.problem}`}
          </span>
        </p>
      )}
    </div>
  );
}
