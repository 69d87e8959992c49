import { useQueryClient } from '@tanstack/react-query';
import { TextQuote } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { noteSnippetUse, variablesOptions } from '@/lib/client/queries/snippets';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { changeDraft } from '@/lib/client/use-draft';
import { fillVariables, variableKey } from '@/lib/shared/variables';
import type { SnippetEntry } from './snippet-entries';
import { withSnippet } from './take-snippet';
import type { SnippetPlace } from './use-snippet-entries';

const SnippetPicker = lazy(() =>
  import('./snippet-picker').then((module) => ({ default: module.SnippetPicker })),
);

/** What a text box needs of the snippets. */
export type SnippetSource = {
  place: SnippetPlace;
  /** Its text with all that is known put in. Where nothing can be read, the braces stay, and stop the send. */
  fill: (entry: Pick<SnippetEntry, 'text'>) => Promise<string>;
  /** It is in the text now: what it brings along comes into the draft. */
  take: (entry: SnippetEntry) => void;
};

type SnippetsProps = {
  place: SnippetPlace;
  draftKey: string;
  /** Nothing can be put into what is written: no button, no key. */
  isOff: boolean;
  /** An email that begins a thread and has no subject yet takes that of the snippet. */
  takesSubject: boolean;
  /** Puts a text where the caret is. */
  insert: (text: string) => void;
  focusBody: () => void;
};

/** The snippets of one composer: for the `/` in its box, and for the button and the key that find one by name. */
export function useSnippets(props: SnippetsProps): {
  source: SnippetSource;
  button: ReactNode;
  picker: ReactNode;
} {
  const { place, draftKey, isOff, takesSubject, insert, focusBody } = props;
  const queryClient = useQueryClient();
  const [isPicking, setIsPicking] = useState(false);
  const picked = useRef<{ entry: SnippetEntry; text: string } | null>(null);
  const keyOf = useShortcutOf();
  const { locationId, contactId } = place;

  async function fill({ text }: Pick<SnippetEntry, 'text'>): Promise<string> {
    const known = await queryClient.ensureQueryData(variablesOptions(locationId, contactId)).catch(() => []);
    return fillVariables(text, new Map(known.map(({ name, value }) => [variableKey(name), value ?? ''])));
  }

  function take(entry: SnippetEntry): void {
    changeDraft(draftKey, (draft) => withSnippet(draft, entry));
    if (takesSubject && entry.subject) void takeSubject(entry.subject);
    if (entry.snippetId !== null) noteSnippetUse(queryClient, locationId, entry.snippetId);
  }

  async function takeSubject(text: string): Promise<void> {
    const subject = await fill({ text });
    changeDraft(draftKey, (draft) => (draft.subject?.trim() ? draft : { ...draft, subject }));
  }

  function open() {
    setIsPicking(true);
  }
  useCommands(isOff ? {} : { 'message.snippet': open });

  return {
    source: { place, fill, take },
    button: isOff ? null : (
      <IconButton label="Insert snippet" {...keyOf('message.snippet')} onClick={open}>
        <TextQuote aria-hidden />
      </IconButton>
    ),
    picker: isPicking && (
      <Suspense>
        <SnippetPicker
          place={place}
          onClose={() => setIsPicking(false)}
          onPick={async (entry) => {
            picked.current = { entry, text: await fill(entry) };
            setIsPicking(false);
          }}
          // Before that the dialog would take the focus back.
          onCloseAutoFocus={() => {
            focusBody();
            if (!picked.current) return;
            insert(picked.current.text);
            take(picked.current.entry);
            picked.current = null;
          }}
        />
      </Suspense>
    ),
  };
}
