import { useEffect, useEffectEvent, useState } from 'react';
import type { Draft } from '@/lib/client/drafts';
import { sentAs } from './sent-as';

/**
 * A message whose files are still on their way leaves by itself once they are there, as it was when the button was
 * pressed. Where one fails it stays, and changing it, taking a file out, pressing the button again, or going on writing
 * elsewhere, takes the wish back.
 */
export function useSendAfterUpload<How>(key: string, draft: Draft, send: (how: How) => void) {
  const [wish, setWish] = useState<{ key: string; sentAs: string; how: How } | null>(null);
  const sendNow = useEffectEvent(send);
  const isUploading = draft.files.some(({ state }) => state === 'uploading');
  const isOfThis = wish !== null && wish.key === key && wish.sentAs === sentAs(draft);

  useEffect(() => {
    if (wish === null) return;
    if (isOfThis && isUploading) return;
    setWish(null);
    // A file that failed is said by the try itself.
    if (isOfThis) sendNow(wish.how);
  }, [wish, isOfThis, isUploading]);

  return {
    isWaiting: isOfThis,
    isUploading,
    /** The button was pressed while files are on their way. */
    press: (how: How) =>
      setWish((known) => (known?.key === key ? null : { key, sentAs: sentAs(draft), how })),
  };
}
