import { useId } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { useIsApple } from '@/lib/client/platform';
import { setPreference, usePreferences } from '@/lib/client/preferences';
import { chordWords } from '@/lib/client/shortcuts/chord';
import type { Membership } from '@/lib/shared/permissions';
import { helpGroups } from './help-groups';

type HelpSheetProps = { membership: Membership; onClose: () => void };

/** Every key there is, as this person may use them, and the switch that turns them off. */
export function HelpSheet({ membership, onClose }: HelpSheetProps) {
  const switchId = useId();
  const { hasShortcuts } = usePreferences();
  const isApple = useIsApple();
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent title="Keyboard shortcuts">
        <div className="grid gap-5 px-[18px] pt-4 pb-8">
          <div className="flex items-center gap-3">
            <label htmlFor={switchId} className="min-w-0 flex-1 text-13">
              Shortcuts
              <span className="block text-12 text-ink-3">
                Single keys can be switched off. Keys with {isApple ? '⌘' : 'Ctrl'} and Esc stay, and so do
                those of the list while it has the focus: arrows, Page up and down, Home, End and Space.
              </span>
            </label>
            <Switch
              id={switchId}
              checked={hasShortcuts}
              onCheckedChange={(isOn) => setPreference('hasShortcuts', isOn)}
            />
          </div>
          {helpGroups(membership).map(({ name, lines }) => (
            <div key={name}>
              <h3 className="mb-1 font-semibold text-12 text-ink-2">{name}</h3>
              <dl className="divide-y divide-line">
                {lines.map(({ label, keys }) => (
                  <div key={label} className="flex min-h-9 items-center gap-3 py-1 text-13">
                    <dt className="min-w-0 flex-1">{label}</dt>
                    <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1 text-12 text-ink-3">
                      {keys.map((chord, index) => (
                        <span key={chord} className="flex items-center gap-1">
                          {index > 0 && 'or'}
                          <KeyWords words={chordWords(chord, isApple)} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
      </SheetContent>
    </Sheet>
  );
}

/** "G then I": the word between the keys is no key. */
function KeyWords({ words }: { words: string }) {
  return words.split(' then ').map((part, index) => (
    <span key={part} className="flex items-center gap-1">
      {index > 0 && 'then'}
      <Kbd aria-hidden={false} className="touch:inline">
        {part}
      </Kbd>
    </span>
  ));
}
