'use client';

import { useEffect, useEffectEvent, useId, useState } from 'react';
import { setPreference, usePreferences } from '@/lib/client/preferences';
import { maxSignatureLength } from '@/lib/shared/contract/person-settings';
import type { RichText } from '@/lib/shared/contract/rich-text';
import { isPlainRich, richToText, textToRich } from '@/lib/shared/rich-text';
import type { RichValue } from './editor/rich-value';
import { RichField } from './rich-field';

/** A pause in typing, not a key: each change is a request. */
const savePauseMs = 800;

/** What stands beneath each email of this person. */
export function SignatureSetting() {
  const { signature } = usePreferences();
  const [typed, setTyped] = useState<RichValue | null>(null);
  const hintId = useId();

  const save = useEffectEvent(() => {
    if (typed === null) return;
    const empty = typed.text.trim() === '';
    setPreference('signature', empty ? null : (typed.rich ?? textToRich(typed.text)));
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(save, savePauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  // Whoever leaves the page at once has said it all the same.
  useEffect(() => () => save(), []);

  return (
    <fieldset className="min-w-0" aria-describedby={hintId} onBlur={save}>
      <legend className="font-medium text-13">Signature</legend>
      <p id={hintId} className="mt-0.5 text-12 text-ink-3">
        Beneath each of your emails, and to be left out of any of them. At most{' '}
        {maxSignatureLength.toLocaleString('en')} characters.
      </p>
      <div className="mt-1.5 rounded-field border border-edge focus-within:border-accent">
        <RichField
          value={typed ?? writtenValue(signature)}
          label="Signature"
          placeholder="Your name, and how to reach you"
          describedBy={hintId}
          maxLength={maxSignatureLength}
          onChange={setTyped}
        />
      </div>
    </fieldset>
  );
}

function writtenValue(signature: RichText | null): RichValue {
  if (signature === null) return { text: '', rich: null };
  return { text: richToText(signature), rich: isPlainRich(signature) ? null : signature };
}
