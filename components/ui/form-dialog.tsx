'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusFirstField } from './focus-first-field';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

type FormDialogProps = {
  title: string;
  onClose: () => void;
  /** Where the focus goes instead of back to what opened it: prevent the default and put it there. */
  onCloseAutoFocus?: (event: Event) => void;
  children: ReactNode;
};

/** Something to fill in, over the page; from the bottom on a phone. */
export function FormDialog({ title, onClose, onCloseAutoFocus, children }: FormDialogProps) {
  const returnFocus = useReturnFocus(focusFirstField, onCloseAutoFocus);
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Radix.Content
          data-slot="form-dialog"
          aria-describedby={undefined}
          {...returnFocus}
          className="fixed inset-x-0 top-[14dvh] z-50 mx-auto flex max-h-[72dvh] w-[calc(100vw-1.5rem)] max-w-[460px] animate-pop-in flex-col rounded-panel border border-line bg-panel text-ink shadow-float outline-none phone:top-auto phone:bottom-0 phone:max-h-[88dvh] phone:w-full phone:animate-from-bottom phone:rounded-t-bubble phone:rounded-b-none phone:border-0 phone:pb-[env(safe-area-inset-bottom)]"
        >
          <div className="flex h-14 shrink-0 items-center gap-2 border-line border-b pr-2.5 pl-[18px]">
            <Radix.Title className="min-w-0 flex-1 truncate font-strong text-15 tracking-[-0.01em]">
              {title}
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" hasTooltip={false}>
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
