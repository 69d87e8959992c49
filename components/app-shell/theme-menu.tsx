import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { setPreference } from '@/lib/client/preferences';
import { readTheme, subscribeTheme, type Theme } from '@/lib/client/theme';

const choices = [
  { value: 'light', words: 'Light', Icon: Sun },
  { value: 'dark', words: 'Dark', Icon: Moon },
  { value: 'system', words: 'System', Icon: Monitor },
] as const satisfies readonly { value: Theme; words: string; Icon: unknown }[];

export function ThemeMenu() {
  const theme = useTheme();
  const current = choices.find((choice) => choice.value === theme) ?? choices[2];

  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={`Theme: ${current.words.toLowerCase()}`} size="lg" tooltipSide="right">
          <current.Icon aria-hidden strokeWidth={1.7} />
        </IconButton>
      </MenuTrigger>
      <MenuContent side="right" align="end" className="min-w-40">
        <MenuRadioGroup
          value={theme}
          onValueChange={(value) =>
            setPreference('theme', choices.find((choice) => choice.value === value)?.value ?? 'system')
          }
        >
          {choices.map(({ value, words, Icon }) => (
            <MenuRadioItem key={value} value={value}>
              <Icon aria-hidden />
              {words}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

export function ThemeChoice() {
  return (
    <Segmented
      kind="radios"
      label="Theme"
      value={useTheme()}
      onValueChange={(theme) => setPreference('theme', theme)}
      options={choices.map(({ value, words }) => ({ value, label: words }))}
      className="rounded-field border border-line p-1 [&>*]:flex-1 [&>*]:justify-center"
    />
  );
}

function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, readTheme, () => 'system');
}
