import { useQueryClient } from '@tanstack/react-query';
import { TextQuote } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { noteSnippetUse, variablesOptions } from '@/lib/client/queries/snippets';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { changeDraft } from '@/lib/client/use-draft';
import { noFilesReason } from '@/lib/shared/attachment-rules';
import { fillVariables, variableKey } from '@/lib/shared/variables';
import type { SnippetEntry } from './snippet-entries';
import { withSnippet } from './take-snippet';
import type { SnippetPlace } from './use-snippet-entries';

const SnippetPicker = lazy(() =>
  import('./snippet-picker').then((module) => ({ default: module.SnippetPicker })),
);

const SaveSnippetDialog = lazy(() =>
  import('./save-snippet-dialog').then((module) => ({ default: module.SaveSnippetDialog })),
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
  /** What is written at present. */
  text: string;
  /** Nothing can be put into what is written: no button, no key. */
  isOff: boolean;
  /** An email that begins a thread and has no subject yet takes that of the snippet. */
  takesSubject: boolean;
  /** Puts a text where the caret is. */
  insert: (text: string) => void;
  focusBody: () => void;
};

/** The snippets of one composer: for the `/` in its box, and for the button and the key that find one by name. */
export function useComposerSnippets(props: SnippetsProps): {
  source: SnippetSource;
  button: ReactNode;
  picker: ReactNode;
} {
  const { place, draftKey, text, isOff, takesSubject, insert, focusBody } = props;
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'pick' | 'save' | null>(null);
  /** One dialog leads to the other, which takes the focus by itself. */
  const isSaving = useRef(false);
  const picked = useRef<{ entry: SnippetEntry; text: string } | null>(null);
  /** One more with each dialog that opens or closes: what was given up while its variables were read stays out. */
  const run = useRef(0);
  const keyOf = useShortcutOf();
  const { locationId, contactId } = place;

  function show(next: typeof dialog) {
    run.current += 1;
    setDialog(next);
  }
  const close = () => show(null);

  async function fill({ text: written }: Pick<SnippetEntry, 'text'>): Promise<string> {
    const known = await queryClient.ensureQueryData(variablesOptions(locationId, contactId)).catch(() => []);
    return fillVariables(written, new Map(known.map(({ name, value }) => [variableKey(name), value ?? ''])));
  }

  function take(entry: SnippetEntry): void {
    // A public reply takes none.
    const files = noFilesReason(place.channel) === null ? entry.files : [];
    changeDraft(draftKey, (draft) => withSnippet(draft, { ...entry, files }));
    if (takesSubject && entry.subject) void takeSubject(entry.subject);
    if (entry.snippetId !== null) noteSnippetUse(queryClient, locationId, entry.snippetId);
  }

  async function takeSubject(written: string): Promise<void> {
    const subject = await fill({ text: written });
    changeDraft(draftKey, (draft) => (draft.subject?.trim() ? draft : { ...draft, subject }));
  }

  function save() {
    isSaving.current = true;
    show('save');
  }

  function open() {
    isSaving.current = false;
    picked.current = null;
    show('pick');
  }
  useCommands(isOff ? {} : { 'message.snippet': open });

  return {
    source: { place, fill, take },
    button: isOff ? null : (
      <IconButton label="Insert snippet" {...keyOf('message.snippet')} onClick={open}>
        <TextQuote aria-hidden />
      </IconButton>
    ),
    picker: dialog && (
      <Suspense>
        {dialog === 'pick' ? (
          <SnippetPicker
            place={place}
            onClose={close}
            onPick={async (entry) => {
              const pickedIn = run.current;
              const filled = await fill(entry);
              if (run.current !== pickedIn) return;
              picked.current = { entry, text: filled };
              close();
            }}
            onSave={text.trim() ? save : undefined}
            // Before that the dialog would take the focus back.
            onCloseAutoFocus={() => {
              if (isSaving.current) return;
              focusBody();
              if (!picked.current) return;
              insert(picked.current.text);
              take(picked.current.entry);
              picked.current = null;
            }}
          />
        ) : (
          <SaveSnippetDialog
            locationId={locationId}
            text={text}
            onClose={close}
            onCloseAutoFocus={focusBody}
          />
        )}
      </Suspense>
    ),
  };
}
