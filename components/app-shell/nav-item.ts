/** A link or button of the rail. */
export const railItem =
  'grid size-9 shrink-0 place-items-center rounded-field text-ink-2 transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink touch:size-11';

/** The same at the foot of a phone. */
export const bottomNavItem =
  'my-1.5 flex h-11 min-w-[72px] flex-col items-center justify-center gap-0.5 rounded-field px-2 font-medium text-11 text-ink-2 aria-[current=page]:bg-hover aria-[current=page]:text-ink';
