import { useCallback, useEffect, useRef } from 'react';
import type { BodyHandle } from './body-handle';

/**
 * The text of whichever channel is written on. The wish to write may come earlier than the text: an editor is loaded
 * first, and another channel has a box of its own.
 */
export function useBodyFocus() {
  const bodyRef = useRef<BodyHandle>(null);
  const isWantedRef = useRef(false);
  const setBody = useCallback((body: BodyHandle | null) => {
    bodyRef.current = body;
    if (isWantedRef.current) body?.focus();
  }, []);
  const focusBody = useCallback(() => {
    isWantedRef.current = true;
    bodyRef.current?.focus();
  }, []);
  // Whatever was to come in its place has come by now.
  useEffect(() => {
    if (bodyRef.current) isWantedRef.current = false;
  });
  return { bodyRef, setBody, focusBody };
}
