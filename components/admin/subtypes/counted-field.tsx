import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { lengthWords } from './subtype-draft';

type CountedFieldProps = {
  label: string;
  name: string;
  hint: string;
  value: string;
  error: string | undefined;
  onValueChange: (value: string) => void;
};

/** Never cut off at the limit: a pasted text that is too long is said to be, and can be shortened by hand. */
export function CountedField({ label, name, hint, value, error, onValueChange }: CountedFieldProps) {
  return (
    <Field label={label} hint={lengthWords(value) ?? hint} error={error}>
      {(control) => (
        <Input
          {...control}
          name={name}
          dir="auto"
          autoComplete="off"
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      )}
    </Field>
  );
}
