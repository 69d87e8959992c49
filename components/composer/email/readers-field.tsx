import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverAnchor } from '@/components/ui/popover';
import { useFoundContacts } from '@/lib/client/queries/new-conversation';
import { lineOf } from '@/lib/client/reader-line';
import { finishedLine, isAddress, splitLine } from './readers';
import { SuggestionList } from './suggestion-list';
import { type KnownPerson, suggestionsFor } from './suggestions';

type ReadersFieldProps = {
  ref?: Ref<HTMLInputElement>;
  locationId: string;
  label: string;
  name: 'to' | 'cc' | 'bcc';
  /** The whole line: what is finished, each with its comma, and what is being typed. */
  value: string;
  /** Who is known without asking GHL: of the thread, of the team. */
  people: readonly KnownPerson[];
  /** Of the sentence that says what is wrong with this line. */
  problemId: string | null;
  onChange: (value: string) => void;
  children?: ReactNode;
};

/** Addresses, as many as one likes: typed, pasted, or chosen from who is known. Backspace takes the last one back. */
export function ReadersField(props: ReadersFieldProps) {
  const { ref, locationId, label, name, value, people, problemId, onChange, children } = props;
  const id = useId();
  const { finished, typed } = splitLine(value);
  const [hasFocus, setFocus] = useState(false);
  const [isShut, setShut] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const { contacts } = useFoundContacts(locationId, hasFocus ? typed : '');
  const suggestions =
    hasFocus && !isShut ? suggestionsFor(typed, [...people, ...contacts.flatMap(peopleOf)], finished) : [];
  const isOpen = suggestions.length > 0;
  const wrong = finished.filter((reader) => !isAddress(reader));

  function type(text: string) {
    setShut(false);
    setChosen(-1);
    onChange(lineOf(finished, text));
  }

  function take({ address }: KnownPerson) {
    onChange(lineOf([...finished, address]));
    setChosen(-1);
  }

  function finish() {
    if (typed.trim() !== '') onChange(finishedLine(value));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const person = suggestions[chosen];
    if (isOpen && step !== 0) {
      event.preventDefault();
      const count = suggestions.length;
      setChosen(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
    } else if (isOpen && event.key === 'Escape') {
      // The first Esc closes the list, the next one leaves the composer.
      event.preventDefault();
      event.stopPropagation();
      setShut(true);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      if (person) take(person);
      else finish();
    } else if (event.key === 'Tab' && person) {
      take(person);
    } else if (event.key === 'Backspace' && typed === '' && finished.length > 0) {
      event.preventDefault();
      onChange(lineOf(finished.slice(0, -1), finished.at(-1)));
    }
  }

  return (
    <div className="flex min-h-9 items-start gap-2 text-13 touch:min-h-11">
      <label
        htmlFor={id}
        className={cn('w-14 shrink-0 pt-[9px] text-ink-3 touch:pt-3', problemId && 'font-semibold text-bad')}
      >
        {label}
      </label>
      <div className="min-w-0 flex-1 py-1">
        <Popover open={isOpen}>
          <PopoverAnchor asChild>
            <div className="flex flex-wrap items-center gap-1">
              {finished.map((reader) => (
                <Reader
                  key={reader.toLowerCase()}
                  reader={reader}
                  line={label}
                  onRemove={() => {
                    onChange(
                      lineOf(
                        finished.filter((other) => other !== reader),
                        typed,
                      ),
                    );
                    document.getElementById(id)?.focus();
                  }}
                />
              ))}
              <input
                ref={ref}
                id={id}
                name={name}
                role="combobox"
                aria-expanded={isOpen}
                aria-controls={isOpen ? `${id}-list` : undefined}
                aria-autocomplete="list"
                aria-activedescendant={chosen >= 0 && isOpen ? `${id}-${chosen}` : undefined}
                aria-invalid={problemId || wrong.length > 0 ? true : undefined}
                aria-describedby={
                  [problemId, wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(' ') || undefined
                }
                dir="auto"
                type="text"
                inputMode="email"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="h-7 min-w-8 flex-1 rounded-tag focus:min-w-32 bg-transparent text-ink"
                value={typed}
                onChange={(event) => type(event.target.value)}
                onPaste={(event) => {
                  const text = event.clipboardData.getData('text/plain');
                  // A field of one line would run lines together.
                  if (!/[\r\n,;]/.test(text.trim())) return;
                  event.preventDefault();
                  onChange(finishedLine(lineOf(finished, `${typed}${text}`)));
                }}
                onKeyDown={onKeyDown}
                onFocus={() => setFocus(true)}
                onBlur={() => {
                  setFocus(false);
                  setShut(false);
                  finish();
                }}
              />
            </div>
          </PopoverAnchor>
          <SuggestionList id={id} label={label} people={suggestions} chosen={chosen} onTake={take} />
        </Popover>
        {wrong.length > 0 && (
          <p id={`${id}-wrong`} className="pt-0.5 font-medium text-12 text-bad [overflow-wrap:anywhere]">
            {wrong.length === 1
              ? `"${wrong[0]}" is not an email address.`
              : `${wrong.length} of these are not email addresses.`}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}

type ReaderProps = { reader: string; line: string; onRemove: () => void };

function Reader({ reader, line, onRemove }: ReaderProps) {
  return (
    <span
      className={cn(
        'inline-flex h-7 min-w-0 max-w-full items-center rounded-control border border-line bg-sunk pl-2 touch:h-9',
        !isAddress(reader) && 'border-bad text-bad',
      )}
    >
      <span className="min-w-0 truncate">
        <BidiText>{reader}</BidiText>
      </span>
      <button
        type="button"
        aria-label={`Remove ${reader} from ${line}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-tag text-ink-3 hover:text-ink touch:size-9 [&_svg]:size-3.5"
      >
        <X aria-hidden />
      </button>
    </span>
  );
}

function peopleOf(contact: ReturnType<typeof useFoundContacts>['contacts'][number]): KnownPerson[] {
  const addresses = [contact.email, ...contact.additionalEmails].filter((address) => address !== null);
  return addresses.map((address) => ({ name: contact.name ?? '', address, note: 'Contact' }));
}
