'use client';

import { X } from 'lucide-react';
import { AlertDialog, Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

const overlayClasses =
  'fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in';
const boxClasses =
  'fixed inset-x-0 top-[14dvh] z-50 mx-auto flex max-h-[calc(86dvh-1.5rem)] w-[calc(100vw-1.5rem)] max-w-[460px] flex-col rounded-panel border border-line bg-panel text-ink shadow-float outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in phone:top-[6dvh] phone:max-h-[88dvh]';
const footerClasses = 'flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3';

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
};

export function DialogContent({
  title,
  description,
  footer,
  onOpenAutoFocus,
  onCloseAutoFocus,
  className,
  children,
  ...props
}: DialogContentProps) {
  const returnFocus = useReturnFocus(onOpenAutoFocus, onCloseAutoFocus);
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content
        data-slot="dialog"
        className={cn(boxClasses, className)}
        {...(description ? {} : { 'aria-describedby': undefined })}
        {...returnFocus}
        {...props}
      >
        <div className="py-4 pr-14 pl-5">
          <div className="pt-1">
            <Radix.Title className="font-strong text-15 tracking-[-0.01em]">{title}</Radix.Title>
            {description && (
              <Radix.Description className="mt-1 text-13 text-ink-2">{description}</Radix.Description>
            )}
          </div>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && <div className={footerClasses}>{footer}</div>}
        {/* The last one, so that the first field has the focus when the dialog opens. */}
        <Radix.Close asChild>
          <IconButton
            label="Close"
            hasTooltip={false}
            className="absolute top-3.5 right-3.5 touch:top-2 touch:right-2"
          >
            <X aria-hidden />
          </IconButton>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

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
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayClasses} />
        <AlertDialog.Content
          data-slot="confirm-dialog"
          className={cn(boxClasses, 'max-w-[420px]')}
          {...returnFocus}
        >
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-5 pb-5">
            <AlertDialog.Title className="font-strong text-15 tracking-[-0.01em]">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-1.5 text-13 text-ink-2">
              {description}
            </AlertDialog.Description>
            {children}
          </div>
          <div className={footerClasses}>
            <AlertDialog.Cancel asChild>
              <Button variant="quiet">{cancelLabel}</Button>
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
