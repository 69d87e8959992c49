import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { linkAt, removeLink, setLink } from './rich-link';
import { writtenLink } from './written-link';

type LinkDialogProps = { view: EditorView; onClose: () => void };

/** The address of a link, and its words where nothing is selected. */
export function LinkDialog({ view, onClose }: LinkDialogProps) {
  const [found] = useState(() => linkAt(view.state));
  const [address, setAddress] = useState(found.href ?? '');
  const [words, setWords] = useState(found.text);
  const [hasTried, setTried] = useState(false);
  const href = writtenLink(address);
  const error =
    hasTried && href === null
      ? 'Give an address such as example.com, ana@example.com or +1 503 555 0142.'
      : undefined;

  function save() {
    setTried(true);
    if (href === null) return;
    view.dispatch(setLink(view.state, found, href, words.trim() || address.trim()));
    onClose();
  }

  return (
    <FormDialog
      title={found.href === null ? 'Add a link' : 'Change the link'}
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        view.focus();
      }}
    >
      <form
        className="grid gap-4 p-[18px]"
        onSubmit={(event) => {
          event.preventDefault();
          // The composer stands around this form in React's tree, and would send.
          event.stopPropagation();
          save();
        }}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <Field label="Address" error={error}>
          {(control) => (
            <Input
              {...control}
              name="href"
              type="text"
              inputMode="url"
              autoComplete="off"
              maxLength={2000}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <Field label="Text">
          {(control) => (
            <Input
              {...control}
              name="words"
              dir="auto"
              autoComplete="off"
              maxLength={1000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          {found.href !== null && (
            <Button
              className="mr-auto"
              onClick={() => {
                view.dispatch(removeLink(view.state, found));
                onClose();
              }}
            >
              Remove the link
            </Button>
          )}
          <Button variant="primary" type="submit">
            {found.href === null ? 'Add link' : 'Change link'}
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
