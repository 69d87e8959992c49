'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { useReturnFocus } from './use-return-focus';

const overlayClasses =
  'fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in';
const boxClasses =
  'fixed inset-x-0 top-[14dvh] z-50 mx-auto flex max-h-[calc(86dvh-1.5rem)] w-[calc(100vw-1.5rem)] max-w-[460px] flex-col rounded-panel border border-line bg-panel text-ink shadow-float outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in phone:top-[6dvh] phone:max-h-[88dvh]';
const footerClasses = 'flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3';

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and that it cannot be undone. */
  description: ReactNode;
  /** Names the effect: "Delete conversation", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  variant?: 'primary' | 'danger';
  /** What was confirmed is on its way: neither Esc nor Cancel could stop it, so they wait. */
  isPending?: boolean;
  /** The dialog stays open: close it by `onOpenChange` when the work is done. */
  onConfirm: () => void;
  /** More to read or to choose, or why it failed. */
  children?: ReactNode;
};

/** For what cannot be undone. The focus starts on the harmless button. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  variant = 'danger',
  isPending,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <AlertDialog.Root open={open} onOpenChange={(isOpen) => !isPending && onOpenChange(isOpen)}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayClasses} />
        <AlertDialog.Content
          data-slot="confirm-dialog"
          className={cn(boxClasses, 'max-w-[420px]')}
          {...returnFocus}
        >
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-5 pb-5 [overflow-wrap:anywhere]">
            <AlertDialog.Title className="font-strong text-15 tracking-[-0.01em]">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-1.5 text-13 text-ink-2">
              {description}
            </AlertDialog.Description>
            {children}
          </div>
          <div className={footerClasses}>
            <AlertDialog.Cancel asChild>
              <Button variant="quiet" aria-disabled={isPending}>
                {cancelLabel}
              </Button>
            </AlertDialog.Cancel>
            <Button variant={variant} isPending={isPending} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
