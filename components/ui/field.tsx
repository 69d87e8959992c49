import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';

type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldProps = Omit<ComponentProps<'div'>, 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** `(control) => <Input {...control} name="email" />`: the ids tie label, hint and error to it. */
  children: (control: ControlProps) => ReactNode;
};

export function Field({ label, hint, error, className, children, ...props }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div data-slot="field" className={cn('grid gap-1.5', className)} {...props}>
      <label htmlFor={id} className="font-medium text-13 text-ink">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-12 text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
