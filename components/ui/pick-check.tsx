import type { ReactNode } from 'react';

type PickCheckProps = { isChecked: boolean; onChange: (isChecked: boolean) => void; children: ReactNode };

/** At the foot of a `PickDialog`: something that goes along with whatever is picked. */
export function PickCheck({ isChecked, onChange, children }: PickCheckProps) {
  return (
    <label className="flex min-h-11 shrink-0 cursor-pointer items-center gap-2.5 border-line border-t px-[18px] py-2 text-13 text-ink-2">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-(--accent)"
      />
      {children}
    </label>
  );
}
