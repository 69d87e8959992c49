import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { usePreferences } from '@/lib/client/preferences';
import { typedCountFrom } from '@/lib/shared/contract/triage';
import { type PickerProps, targetWords } from './picker-props';

export function DeleteDialog({ target, onChange, onClose }: PickerProps) {
  const { count } = target;
  const { undoSeconds } = usePreferences();
  const [typed, setTyped] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const isConfirmed = count < typedCountFrom || typed.trim() === String(count);

  function confirm() {
    setHasTried(true);
    if (isConfirmed) onChange(count < typedCountFrom ? { kind: 'delete' } : { kind: 'delete', count });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete ${targetWords(target)}?`}
      description={`All messages, calls and files of ${count === 1 ? 'it' : 'them'} are lost in GoHighLevel too, for everybody. The contact stays. You can undo it for ${undoSeconds} seconds; after that nobody can.`}
      confirmLabel={count === 1 ? 'Delete conversation' : `Delete ${count} conversations`}
      onConfirm={confirm}
    >
      {count >= typedCountFrom && (
        <form
          className="mt-4"
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <Field
            label={`Type ${count} to confirm`}
            error={hasTried && !isConfirmed ? `That is not ${count}.` : undefined}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </form>
      )}
    </ConfirmDialog>
  );
}
