import { type ReactNode, useId } from 'react';
import { Switch } from '@/components/ui/switch';

type OnOffProps = { label: string; hint: ReactNode; isOn: boolean; onChange: (isOn: boolean) => void };

export function OnOff({ label, hint, isOn, onChange }: OnOffProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 text-13">
      <Switch id={id} aria-describedby={`${id}-hint`} checked={isOn} onCheckedChange={onChange} />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="mt-0.5 text-12 text-ink-3">
          {hint}
        </p>
      </div>
    </div>
  );
}
