import type { PersonSettings } from '@/lib/shared/contract/person-settings';
import type { SendChannel } from '@/lib/shared/contract/send';

type Press = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'isComposing'>;
type Where = {
  channel: SendChannel;
  enterKey: PersonSettings['enterKey'];
  /** In the text itself: on a button, Enter presses the button. */
  isInText: boolean;
  /** A keyboard on the screen has no Shift with Enter: it would leave no way to begin a new line. */
  isTouch: boolean;
};

/** Whether Enter sends here: always with Ctrl or ⌘, alone where the person wants it so and lines can still be broken. */
export function isSendKey(press: Press, where: Where): boolean {
  const { key, metaKey, ctrlKey, shiftKey, altKey, isComposing } = press;
  if (key !== 'Enter' || isComposing) return false;
  if (metaKey || ctrlKey) return true;
  return !shiftKey && !altKey && where.isInText && !where.isTouch && sendsByEnter(where);
}

export function sendsByEnter({ channel, enterKey }: Pick<Where, 'channel' | 'enterKey'>): boolean {
  return channel !== 'Email' && enterKey === 'send';
}
