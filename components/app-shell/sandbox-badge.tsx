'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { FlaskConical } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

const badgeVariants = cva('relative shrink-0 font-semibold text-11 text-warn transition-colors', {
  variants: {
    look: {
      /** A pill beside a title. */
      pill: 'inline-flex min-h-6 items-center rounded-full bg-warn-bg px-2 touch:before:absolute touch:before:inset-x-0 touch:before:-inset-y-2.5',
      /** An item of the rail or of the bottom navigation. */
      stacked:
        'flex h-11 w-[52px] flex-col items-center justify-center gap-0.5 rounded-field hover:bg-warn-bg data-[state=open]:bg-warn-bg',
    },
  },
  defaultVariants: { look: 'pill' },
});

const variables: [name: string, meaning: string][] = [
  ['GHL_TOKEN', 'a private integration token of the location'],
  ['GHL_LOCATION_ID', 'the id of the location'],
  ['SESSION_SECRET', '32 random characters or more'],
];

type SandboxBadgeProps = ComponentProps<'button'> &
  VariantProps<typeof badgeVariants> & { side?: 'top' | 'right' | 'bottom' };

export function SandboxBadge({ look, side = 'bottom', className, ...props }: SandboxBadgeProps) {
  return (
    <Popover>
      <PopoverTrigger className={cn(badgeVariants({ look }), className)} {...props}>
        {look === 'stacked' && <FlaskConical aria-hidden className="size-4" strokeWidth={1.9} />}
        Sandbox
      </PopoverTrigger>
      <PopoverContent label="About the sandbox" side={side} className="w-[340px]">
        <p className="font-strong text-14">This is the sandbox</p>
        <p className="mt-1 text-ink-2">
          Nothing leaves this computer. The people and conversations are made up, no message reaches anybody,
          and a restart begins afresh.
        </p>
        <p className="mt-4 font-strong text-14">Connect yours</p>
        <p className="mt-1 text-ink-2">Set these in the environment and start Parley again:</p>
        <dl className="mt-2.5 grid gap-2">
          {variables.map(([name, meaning]) => (
            <div key={name}>
              <dt>
                <code className="rounded-tag bg-sunk px-1.5 py-0.5 font-mono text-12">{name}</code>
              </dt>
              <dd className="mt-0.5 text-12 text-ink-3">{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-12 text-ink-2">
          The first start then prints a one-time link for you, the first admin. You add the others under
          Settings, Team.
        </p>
        <p className="mt-3 text-12 text-ink-3">The README tells it step by step, under “Connect yours”.</p>
      </PopoverContent>
    </Popover>
  );
}
