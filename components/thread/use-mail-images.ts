import { useEffect, useState } from 'react';
import type { ShownImages } from '@/lib/client/mail/draw-images';
import { loadImages } from '@/lib/client/mail/load-images';
import type { CleanMail } from '@/lib/client/mail/sanitise-mail';
import { readMailImage, useChangeAllowedSender, useIsAllowedSender } from '@/lib/client/queries/mail-images';
import type { Email } from '@/lib/shared/contract/message';
import { senderAddress } from '@/lib/shared/sender-address';

/** What somebody chose for one mail, and what came: rows outside the view do not exist, and come back as they were. */
const chosen = new WeakMap<Email, boolean>();
const loaded = new WeakMap<Email, ShownImages>();

const none: ShownImages = new Map();

export type MailImages = {
  /** Null: they are held back. */
  shown: ShownImages | null;
  isLoading: boolean;
  failedCount: number;
  /** Null: nobody can tell whom the mail is from. */
  sender: string | null;
  isAllowedSender: boolean;
  isChangingSender: boolean;
  changeError: Error | null;
  onShow: (isShown: boolean) => void;
  onRetry: () => void;
  onAllowSender: (isAllowed: boolean) => void;
};

/** The remote images of a mail: nothing is asked for before this person says so, for this mail or for its sender. */
export function useMailImages(locationId: string, email: Email, mail: CleanMail | null): MailImages {
  const sender = senderAddress(email.from);
  const places = mail?.images ?? [];
  const isAllowedSender = useIsAllowedSender(locationId, sender, places.length > 0);
  const change = useChangeAllowedSender(locationId);
  const [choice, setChoice] = useState(() => chosen.get(email));
  const [images, setImages] = useState(() => loaded.get(email) ?? none);
  const [attempt, setAttempt] = useState(0);
  const isShown = choice ?? isAllowedSender;

  // biome-ignore lint/correctness/useExhaustiveDependencies(attempt): a new attempt is a new load of what failed
  useEffect(() => {
    if (!isShown || !mail) return;
    const controller = new AbortController();
    const known = loaded.get(email) ?? none;
    const missing = mail.images.map(({ index }) => index).filter((index) => !known.has(index));
    const load = (index: number) => readMailImage(locationId, email.id, index, controller.signal);
    void loadImages(missing, load, controller.signal, (index, image) => {
      const next = new Map(loaded.get(email) ?? none).set(index, image);
      loaded.set(email, next);
      setImages(next);
    });
    return () => controller.abort();
  }, [isShown, mail, email, locationId, attempt]);

  function onShow(isWanted: boolean) {
    chosen.set(email, isWanted);
    setChoice(isWanted);
  }

  function onRetry() {
    const kept = new Map([...images].filter(([, image]) => image !== 'failed'));
    loaded.set(email, kept);
    setImages(kept);
    setAttempt(attempt + 1);
  }

  function onAllowSender(isAllowed: boolean) {
    if (sender === null) return;
    onShow(isAllowed);
    change.mutate({ address: sender, isAllowed });
  }

  const asked = new Set(places.map(({ index }) => index));
  return {
    shown: isShown ? images : null,
    isLoading: isShown && images.size < asked.size,
    failedCount: isShown ? places.filter(({ index }) => images.get(index) === 'failed').length : 0,
    sender,
    isAllowedSender,
    isChangingSender: change.isPending,
    changeError: change.error,
    onShow,
    onRetry,
    onAllowSender,
  };
}
