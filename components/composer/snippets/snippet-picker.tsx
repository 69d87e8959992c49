import { Plus } from 'lucide-react';
import { useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { PickDialog } from '@/components/ui/pick-dialog';
import { firstLine } from '@/lib/client/snippet-words';
import { fillVariables } from '@/lib/shared/variables';
import type { SnippetEntry } from './snippet-entries';
import { type SnippetPlace, useSnippetEntries } from './use-snippet-entries';

type SnippetPickerProps = {
  place: SnippetPlace;
  onPick: (entry: SnippetEntry) => void;
  /** Of what is written at present; absent where nothing is. */
  onSave?: () => void;
  onClose: () => void;
  onCloseAutoFocus: () => void;
};

/** The same list by name, from the button, a key or the palette. */
export function SnippetPicker({ place, onPick, onSave, onClose, onCloseAutoFocus }: SnippetPickerProps) {
  const [query, setQuery] = useState('');
  const { groups, more, values, isNone, isPending, error } = useSnippetEntries(place, query);
  return (
    <PickDialog
      title="Insert snippet"
      placeholder="Name, folder or text"
      query={query}
      onQueryChange={setQuery}
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        onCloseAutoFocus();
      }}
      groups={groups.map(({ id, heading, entries }) => ({
        id,
        heading: <BidiText>{heading}</BidiText>,
        items: entries.map((entry) => ({
          id: entry.id,
          label: (
            <>
              <BidiText className="font-medium">{entry.name}</BidiText>{' '}
              <BidiText className="text-13 text-ink-2">
                {firstLine(fillVariables(entry.text.slice(0, 400), values), 120)}
              </BidiText>
            </>
          ),
          onPick: () => onPick(entry),
        })),
      }))}
      empty={
        isPending
          ? 'Reading the snippets…'
          : error
            ? `The snippets could not be read. ${error.message}`
            : isNone
              ? 'There are no snippets yet. They are written under Settings, Snippets.'
              : 'No snippet holds these words.'
      }
    >
      {more > 0 && (
        <p className="border-line border-t px-[18px] py-2 text-12 text-ink-3">
          {more} more: type to find them
        </p>
      )}
      {onSave && (
        <div className="border-line border-t px-3 py-2">
          <Button variant="quiet" size="sm" onClick={onSave}>
            <Plus aria-hidden />
            Save what is written as a snippet
          </Button>
        </div>
      )}
    </PickDialog>
  );
}
