'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

const sheetVariants = cva(
  [
    'fixed z-50 flex flex-col bg-panel text-ink shadow-float outline-none',
    'phone:inset-x-0 phone:top-auto phone:bottom-0 phone:max-h-[88dvh] phone:w-full phone:rounded-t-bubble phone:border-0 phone:pb-[env(safe-area-inset-bottom)]',
    'phone:data-[state=closed]:animate-to-bottom phone:data-[state=open]:animate-from-bottom',
  ],
  {
    variants: {
      side: {
        right:
          'inset-y-0 right-0 w-[340px] border-line border-l data-[state=closed]:animate-to-right data-[state=open]:animate-from-right',
        left: 'inset-y-0 left-0 w-[340px] border-line border-r data-[state=closed]:animate-to-left data-[state=open]:animate-from-left',
      },
    },
    defaultVariants: { side: 'right' },
  },
);

type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> &
  VariantProps<typeof sheetVariants> & { title: ReactNode };

/** A drawer at the side; from the bottom on a phone. */
export function SheetContent({
  side,
  title,
  onOpenAutoFocus,
  onCloseAutoFocus,
  className,
  children,
  ...props
}: SheetContentProps) {
  const returnFocus = useReturnFocus(onOpenAutoFocus, onCloseAutoFocus);
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
      <Radix.Content
        data-slot="sheet"
        aria-describedby={undefined}
        {...returnFocus}
        className={cn(sheetVariants({ side }), className)}
        {...props}
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
  );
}
