import { Copy, Info, Link } from 'lucide-react';
import { hasMovedOn } from '@/components/ui/has-moved-on';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast-store';
import { paths } from '@/lib/shared/paths';
import type { MenuPlace } from './message-frame';

type MessageMenuProps = {
  locationId: string;
  conversationId: string;
  place: MenuPlace;
  /** What "Copy text" copies; '' where nothing is known of it. */
  text: string;
  onDetails: () => void;
  onClose: () => void;
};

/** What can be done with one message. One menu for the whole thread, wherever it was asked for. */
export function MessageMenu({
  locationId,
  conversationId,
  place,
  text,
  onDetails,
  onClose,
}: MessageMenuProps) {
  const { message, opener, x, y } = place;
  const link = () =>
    new URL(paths.message(locationId, conversationId, message.id), window.location.origin).toString();
  return (
    <Menu open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <MenuTrigger asChild>
        <span aria-hidden className="pointer-events-none fixed size-0" style={{ left: x, top: y }} />
      </MenuTrigger>
      <MenuContent
        aria-label="Message"
        sideOffset={2}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (opener.isConnected && !hasMovedOn(event)) opener.focus({ preventScroll: true });
        }}
      >
        <MenuItem disabled={text === ''} onSelect={() => void copy(text, 'Text copied')}>
          <Copy aria-hidden /> Copy text
        </MenuItem>
        <MenuItem onSelect={() => void copy(link(), 'Link copied')}>
          <Link aria-hidden /> Copy link
        </MenuItem>
        <MenuItem onSelect={onDetails}>
          <Info aria-hidden /> Details
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** Only a page by https, or on this machine, may write there. */
async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch {
    showToast({ tone: 'bad', text: 'The browser does not let this page copy.' });
  }
}
