import {
  Bold,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  RemoveFormatting,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { IconButton } from '@/components/ui/icon-button';
import { useIsApple } from '@/lib/client/platform';
import type { RichCommand, Toggle } from './rich-commands';

type Tool = { name: RichCommand | 'link'; label: string; keys: string; icon: LucideIcon };

const toggles: Tool[] = [
  { name: 'bold', label: 'Bold', keys: 'Mod B', icon: Bold },
  { name: 'italic', label: 'Italic', keys: 'Mod I', icon: Italic },
  { name: 'underline', label: 'Underline', keys: 'Mod U', icon: Underline },
  { name: 'strike', label: 'Strike through', keys: 'Mod Shift X', icon: Strikethrough },
];
const blocks: Tool[] = [
  { name: 'bulletList', label: 'Bulleted list', keys: 'Mod Shift 8', icon: List },
  { name: 'orderedList', label: 'Numbered list', keys: 'Mod Shift 7', icon: ListOrdered },
  { name: 'blockquote', label: 'Quote', keys: 'Mod Shift 9', icon: TextQuote },
];
const acts: Tool[] = [
  { name: 'link', label: 'Link', keys: 'Mod K', icon: Link },
  { name: 'outdent', label: 'Less indent', keys: 'Mod [', icon: IndentDecrease },
  { name: 'indent', label: 'More indent', keys: 'Mod ]', icon: IndentIncrease },
  { name: 'plain', label: 'Remove formatting', keys: 'Mod \\', icon: RemoveFormatting },
  { name: 'undo', label: 'Undo typing', keys: 'Mod Z', icon: Undo2 },
  { name: 'redo', label: 'Redo typing', keys: 'Mod Shift Z', icon: Redo2 },
];

type RichToolbarProps = {
  active: ReadonlySet<Toggle>;
  onCommand: (name: RichCommand) => void;
  onLink: () => void;
};

/** One stop for Tab, the arrows go through it. What is pressed leaves the caret in the text. */
export function RichToolbar({ active, onCommand, onLink }: RichToolbarProps) {
  const isApple = useIsApple();
  const keysOf = (keys: string) =>
    keys.replace('Mod', isApple ? '⌘' : 'Ctrl').replace('Shift', isApple ? '⇧' : 'Shift');

  function button({ name, label, keys, icon: Icon }: Tool, isToggle: boolean) {
    return (
      <Toolbar.Button key={name} asChild>
        <IconButton
          size="sm"
          label={label}
          shortcut={keysOf(keys)}
          aria-keyshortcuts={keys.replace('Mod', isApple ? 'Meta' : 'Control').replaceAll(' ', '+')}
          aria-pressed={isToggle ? active.has(name as Toggle) : undefined}
          className="aria-pressed:bg-sunk aria-pressed:text-ink"
          // The selection in the text stays what it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (name === 'link' ? onLink() : onCommand(name))}
        >
          <Icon aria-hidden />
        </IconButton>
      </Toolbar.Button>
    );
  }

  return (
    <Toolbar.Root
      aria-label="Formatting"
      className="flex h-9 items-center gap-0.5 overflow-x-auto px-2 touch:h-12 [scrollbar-width:none]"
    >
      {toggles.map((tool) => button(tool, true))}
      <Toolbar.Separator className="mx-1 h-4 w-px shrink-0 bg-line" />
      {blocks.map((tool) => button(tool, true))}
      <Toolbar.Separator className="mx-1 h-4 w-px shrink-0 bg-line" />
      {acts.map((tool) => button(tool, false))}
    </Toolbar.Root>
  );
}
