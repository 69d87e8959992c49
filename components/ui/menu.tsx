'use client';

import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { hasMovedOn } from './has-moved-on';

export const MenuTrigger = Radix.Trigger;
export const MenuRadioGroup = Radix.RadioGroup;

/** Not modal: a click beside it closes it and already does what it was meant for, and nothing is hidden from screen readers. */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />;
}

export function MenuContent({ className, onCloseAutoFocus, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal container={landmark()}>
      <Radix.Content
        data-slot="menu"
        loop
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={cn(surfaceClasses, className)}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          if (hasMovedOn(event)) event.preventDefault();
        }}
        {...props}
      />
    </Radix.Portal>
  );
}

/** Within the page's landmark, where screen readers look for it; a dialog hides all that is not its own, so over one it stands apart. */
function landmark(): HTMLElement | null {
  if (typeof document === 'undefined' || document.querySelector('[role="dialog"], [role="alertdialog"]'))
    return null;
  return document.querySelector('main');
}

/** It goes at once: a press on the button while it faded would be meant for the list that is going, and open nothing. */
const surfaceClasses =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-[calc(100vw-1rem)] origin-(--radix-dropdown-menu-content-transform-origin) overflow-y-auto rounded-card border border-line bg-panel p-1 text-13 text-ink shadow-float outline-none data-[state=open]:animate-pop-in';
const itemClasses =
  'relative flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1 outline-none data-disabled:opacity-50 data-highlighted:bg-hover touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2';

type MenuItemProps = ComponentProps<typeof Radix.Item> & { variant?: 'default' | 'danger' };

/** An icon, the words, a `<Kbd>` at the end. With `asChild` the item is a link. */
export function MenuItem({ variant = 'default', className, ...props }: MenuItemProps) {
  return (
    <Radix.Item
      data-slot="menu-item"
      data-variant={variant}
      className={cn(
        itemClasses,
        'data-[variant=danger]:text-bad data-[variant=danger]:[&_svg]:text-bad data-[variant=danger]:data-highlighted:bg-bad-bg',
        className,
      )}
      {...props}
    />
  );
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem data-slot="menu-item" className={cn(itemClasses, 'pr-8', className)} {...props}>
      {children}
      <MenuTick />
    </Radix.RadioItem>
  );
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return (
    <Radix.Label
      data-slot="menu-label"
      className={cn('px-2.5 pt-2 pb-1 font-semibold text-11 text-ink-3', className)}
      {...props}
    />
  );
}

type MenuSubProps = { label: string; icon: ReactNode; children: ReactNode };

/** A menu within the menu. */
export function MenuSub({ label, icon, children }: MenuSubProps) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger
        data-slot="menu-item"
        className={cn(itemClasses, 'data-[state=open]:bg-hover [&>svg:last-child]:ml-auto')}
      >
        {icon} {label}
        <ChevronRight aria-hidden />
      </Radix.SubTrigger>
      <Radix.Portal container={landmark()}>
        <Radix.SubContent data-slot="menu" collisionPadding={8} className={surfaceClasses}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function MenuSeparator({ className, ...props }: ComponentProps<typeof Radix.Separator>) {
  return (
    <Radix.Separator
      data-slot="menu-separator"
      className={cn('-mx-1 my-1 h-px bg-line', className)}
      {...props}
    />
  );
}

function MenuTick() {
  return (
    <Radix.ItemIndicator className="absolute right-2.5">
      <Check aria-hidden className="size-4" />
    </Radix.ItemIndicator>
  );
}
