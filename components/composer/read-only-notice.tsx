import { Eye } from 'lucide-react';

/** Stands where the composer would: the server refuses what a viewer sends. */
export function ReadOnlyNotice() {
  return (
    <p className="mx-7 mt-2 mb-[18px] flex items-center gap-2 rounded-panel border border-line bg-panel px-4 py-3 text-13 text-ink-2 phone:mx-2.5 phone:mb-2.5">
      <Eye aria-hidden className="size-4 shrink-0" />
      Your role only reads: answers are for agents and admins.
    </p>
  );
}
