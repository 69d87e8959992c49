'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

type ViewerProps = Pick<ComponentProps<typeof Radix.Content>, 'onKeyDown'> & {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Beside the title, such as "2 of 5". */
  note?: ReactNode;
  /** Buttons before the one that closes. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The whole window for one thing to look at. Esc gives the focus back to where it came from. */
export function Viewer({ isOpen, onClose, title, note, actions, children, onKeyDown }: ViewerProps) {
  const returnFocus = useReturnFocus(focusItself);
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Content
          data-slot="viewer"
          aria-describedby={undefined}
          {...returnFocus}
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 flex flex-col bg-bg text-ink outline-none data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in"
        >
          <div className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-1 border-line border-b bg-panel px-2.5 py-1 pl-[18px]">
            <Radix.Title className="min-w-0 flex-1 truncate font-strong text-15 tracking-[-0.01em]">
              {title}
            </Radix.Title>
            {note && <span className="shrink-0 px-2 text-12 text-ink-3 tabular-nums">{note}</span>}
            <div className="flex shrink-0 items-center gap-0.5">
              {actions}
              <Radix.Close asChild>
                <IconButton label="Close" hasTooltip={false}>
                  <X aria-hidden />
                </IconButton>
              </Radix.Close>
            </div>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Its keys work at once; the first button would show its tooltip, and take the first Esc for that. */
function focusItself(event: Event) {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true });
}
