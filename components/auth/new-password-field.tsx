import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { maxPasswordLength, minPasswordLength } from '@/lib/shared/password';

type NewPasswordFieldProps = {
  value: string;
  onChange: (password: string) => void;
  error: string | null;
};

/** Typed once: whoever wants to be sure looks at it. */
export function NewPasswordField({ value, onChange, error }: NewPasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field
      label="Password"
      hint={`${minPasswordLength} characters or more. A few words in a row do well.`}
      error={error}
    >
      {(control) => (
        <div className="flex gap-1.5">
          <Input
            {...control}
            type={isShown ? 'text' : 'password'}
            name="password"
            autoComplete="new-password"
            required
            maxLength={maxPasswordLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            label={isShown ? 'Hide the password' : 'Show the password'}
            hasTooltip={false}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        </div>
      )}
    </Field>
  );
}
