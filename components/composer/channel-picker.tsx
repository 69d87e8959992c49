import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ChannelGlyph } from '@/components/ui/icon-set';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import type { SendChannel } from '@/lib/shared/contract/send';
import type { ChannelOption } from './channel-options';

type ChannelPickerProps = {
  channel: SendChannel;
  options: readonly ChannelOption[];
  /** Those that stand side by side where there is room. */
  row: readonly ChannelOption[];
  onChoose: (channel: SendChannel) => void;
  /** A channel was chosen from the menu, to be written on: its button need not have the focus back. */
  onWrite: () => void;
};

/** How many are looked through at a glance. */
const maxInRow = 4;

/** Side by side what is usual here, and in a menu everything, with why some of it is closed. */
export function ChannelPicker({ channel, options, row, onChoose, onWrite }: ChannelPickerProps) {
  const hasChosenRef = useRef(false);
  const current = options.find((option) => option.channel === channel);
  const hasRow = row.length <= maxInRow && row.length > 1;
  return (
    <>
      {hasRow && (
        <Segmented<SendChannel>
          kind="radios"
          label="Send by"
          className="phone:hidden"
          value={channel}
          onValueChange={onChoose}
          // Whoever clicks it means to write on it.
          onRepick={onChoose}
          options={row.map((option) => ({ value: option.channel, label: option.label }))}
        />
      )}
      <Menu>
        <MenuTrigger asChild>
          <Button
            variant="quiet"
            size="sm"
            aria-label={`${current?.label ?? ''}. More channels`}
            className="min-w-0"
          >
            <span data-row={hasRow || undefined} className="contents data-row:hidden phone:data-row:contents">
              <ChannelGlyph name={glyphs[channel]} className="size-4" />
              <span className="truncate font-semibold">{current?.label}</span>
            </span>
            {hasRow && (
              <span aria-hidden className="phone:hidden">
                More
              </span>
            )}
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        </MenuTrigger>
        <MenuContent
          className="w-80"
          onCloseAutoFocus={(event) => {
            if (!hasChosenRef.current) return;
            hasChosenRef.current = false;
            event.preventDefault();
            // On its way out the menu takes the focus once more when the pointer leaves it.
            onWrite();
          }}
        >
          <MenuRadioGroup
            value={channel}
            onValueChange={(value) => {
              const next = options.find((option) => option.channel === value);
              if (next?.reason !== null) return;
              hasChosenRef.current = true;
              onChoose(next.channel);
              // At once, not when the menu has faded: the next letter is meant for the text.
              onWrite();
            }}
          >
            {options.map((option) => (
              <ChannelItem key={option.channel} option={option} />
            ))}
          </MenuRadioGroup>
        </MenuContent>
      </Menu>
    </>
  );
}

function ChannelItem({ option }: { option: ChannelOption }) {
  const words = option.reason ?? option.note;
  return (
    // Not `disabled`: whoever goes through the menu by keyboard must be able to read why.
    <MenuRadioItem
      value={option.channel}
      aria-disabled={option.reason !== null || undefined}
      className="aria-disabled:[&>span>span:first-child]:text-ink-3"
      onSelect={(event) => {
        if (option.reason !== null) event.preventDefault();
      }}
    >
      <ChannelGlyph name={glyphs[option.channel]} />
      <span className="min-w-0">
        <span className="block">{option.label}</span>
        {words && <span className="block text-12 text-ink-3">{words}</span>}
      </span>
    </MenuRadioItem>
  );
}

const glyphs: Record<SendChannel, ComponentProps<typeof ChannelGlyph>['name']> = {
  SMS: 'sms',
  RCS: 'sms',
  WhatsApp: 'chat',
  Email: 'email',
  FB: 'social',
  IG: 'social',
  TIKTOK: 'social',
  Live_Chat: 'chat',
  Review: 'review',
  InternalComment: 'comment',
};
