import type { PersonSettings } from '@/lib/shared/contract/person-settings';
import type { SendChannel } from '@/lib/shared/contract/send';

type Press = Pick<
  KeyboardEvent,
  'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>;
type Where = {
  channel: SendChannel;
  enterKey: PersonSettings['enterKey'];
  /** In the text itself: on a button, Enter presses the button. */
  isInText: boolean;
  /** A keyboard on the screen has no Shift with Enter: it would leave no way to begin a new line. */
  isTouch: boolean;
};

/** What Enter does here: always something with Ctrl or ⌘, alone where the person wants it so and lines can still be broken. */
export function sendKey(press: Press, where: Where): 'send' | 'send-done' | null {
  const { key, metaKey, ctrlKey, shiftKey, altKey } = press;
  if (key !== 'Enter' || isOfWord(press) || altKey) return null;
  if (metaKey || ctrlKey) return shiftKey ? 'send-done' : 'send';
  return !shiftKey && where.isInText && !where.isTouch && sendsByEnter(where) ? 'send' : null;
}

/** An email is long, and a reply to a review is public: neither leaves by a slip. */
export function sendsByEnter({ channel, enterKey }: Pick<Where, 'channel' | 'enterKey'>): boolean {
  return channel !== 'Email' && channel !== 'Review' && enterKey === 'send';
}

/** Safari says that a word is over before the Enter that ends it; the old code of the key tells them apart. */
export function isOfWord({ isComposing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}
