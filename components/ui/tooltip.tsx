'use client';

import { Tooltip as Radix } from 'radix-ui';
import { createContext, type FocusEvent, type ReactNode, use } from 'react';
import { Kbd } from './kbd';

const showAfterMs = 500;
const HasProvider = createContext(false);

/** Once around the app: after one tooltip was shown, its neighbours show at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <HasProvider value={true}>
      <Radix.Provider delayDuration={showAfterMs}>{children}</Radix.Provider>
    </HasProvider>
  );
}

type TooltipProps = {
  content: ReactNode;
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref and the props of a trigger. */
  children: ReactNode;
};

export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  const hasProvider = use(HasProvider);
  const tooltip = (
    <Radix.Root disableHoverableContent>
      <Radix.Trigger asChild onFocus={ignoreUnlessByKeyboard}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          data-slot="tooltip"
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-64 animate-fade-in items-center gap-2 rounded-[6px] bg-ink px-2 py-1 text-12 text-bg shadow-float"
        >
          {content}
          {shortcut && <Kbd className="border-bg/30 bg-transparent text-bg">{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
  return hasProvider ? tooltip : <TooltipProvider>{tooltip}</TooltipProvider>;
}

/** When a closed menu gives the focus back after a click, no tooltip should jump up. */
function ignoreUnlessByKeyboard(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
}
