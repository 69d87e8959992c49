import { useEffect, useState } from 'react';
import type { Email } from '@/lib/shared/contract/message';
import { type MailView, mailView } from './mail-view';

/** By the mail as the query cache holds it: a row that scrolls back into view is there at once, in its old height. */
const known = new WeakMap<Email, MailView>();

export function useMailView(email: Email): MailView | null {
  const [, setReady] = useState<MailView | null>(null);
  useEffect(() => {
    if (known.has(email)) return;
    let isWanted = true;
    void mailView(email).then((view) => {
      known.set(email, view);
      if (isWanted) setReady(view);
    });
    return () => {
      isWanted = false;
    };
  }, [email]);
  return known.get(email) ?? null;
}
