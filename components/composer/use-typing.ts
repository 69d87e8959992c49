import { useEffect, useRef } from 'react';
import { showTyping } from '@/lib/client/queries/typing';
import { createTypingSignal } from './typing-signal';

/** While one writes in a live chat, the visitor sees that somebody does. */
export function useTyping(locationId: string, conversationId: string, isOn: boolean) {
  const signalRef = useRef<ReturnType<typeof createTypingSignal>>(undefined);
  useEffect(() => {
    if (!isOn) return;
    const signal = createTypingSignal((isTyping) => showTyping(locationId, conversationId, isTyping));
    signalRef.current = signal;
    return () => {
      signal.stopped();
      signalRef.current = undefined;
    };
  }, [locationId, conversationId, isOn]);
  return {
    typed: () => signalRef.current?.typed(),
    stopped: () => signalRef.current?.stopped(),
  };
}
