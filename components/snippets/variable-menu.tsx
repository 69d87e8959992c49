import { Braces } from 'lucide-react';
import { useRef } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/components/ui/menu';
import type { Variable } from '@/lib/shared/contract/variable';

type VariableMenuProps = {
  variables: readonly Variable[];
  /** Puts it where the caret was, and the focus with it. */
  onInsert: (name: string) => void;
};

const groups: { group: Variable['group']; label: string }[] = [
  { group: 'contact', label: 'Contact' },
  { group: 'field', label: 'Custom fields of the contact' },
  { group: 'you', label: 'Whoever sends it' },
  { group: 'team', label: 'Location' },
];

export function VariableMenu({ variables, onInsert }: VariableMenuProps) {
  const chosen = useRef<string | null>(null);
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="sm" aria-disabled={variables.length === 0}>
          <Braces aria-hidden />
          Insert variable
        </Button>
      </MenuTrigger>
      <MenuContent
        className="max-h-[min(22rem,var(--radix-dropdown-menu-content-available-height))]"
        onCloseAutoFocus={(event) => {
          if (chosen.current === null) return;
          event.preventDefault();
          onInsert(chosen.current);
          chosen.current = null;
        }}
      >
        {groups.map(({ group, label }) => {
          const inside = variables.filter((variable) => variable.group === group);
          if (inside.length === 0) return null;
          return (
            <div key={group}>
              <MenuLabel>{label}</MenuLabel>
              {inside.map(({ name, label: words, value }) => (
                <MenuItem
                  key={name}
                  onSelect={() => {
                    chosen.current = name;
                  }}
                >
                  <BidiText className="min-w-0 truncate">{words}</BidiText>
                  {value && (
                    <BidiText className="ml-auto max-w-40 truncate text-12 text-ink-3">{value}</BidiText>
                  )}
                </MenuItem>
              ))}
            </div>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
