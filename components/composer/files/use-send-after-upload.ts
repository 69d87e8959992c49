import { useEffect, useEffectEvent, useState } from 'react';
import type { DraftFile } from '@/lib/client/drafts';

/**
 * A message whose files are still on their way leaves by itself once they are there. Where one fails it stays, and
 * pressing the button again, or going on writing elsewhere, takes the wish back.
 */
export function useSendAfterUpload<How>(key: string, files: readonly DraftFile[], send: (how: How) => void) {
  const [wish, setWish] = useState<{ key: string; how: How } | null>(null);
  const sendNow = useEffectEvent(send);
  const isUploading = files.some(({ state }) => state === 'uploading');
  const isOfThis = wish?.key === key;

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
    press: (how: How) => setWish((known) => (known?.key === key ? null : { key, how })),
  };
}
