'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/icon-button';

/** Said once for an address: what of it was not obeyed. */
export function IgnoredFilters({ names }: { names: readonly string[] }) {
  const key = names.join(', ');
  const [dismissed, setDismissed] = useState('');
  if (names.length === 0 || dismissed === key) return null;
  return (
    <Banner
      action={
        <IconButton label="Dismiss" size="sm" onClick={() => setDismissed(key)}>
          <X aria-hidden />
        </IconButton>
      }
    >
      Left out of the address: <bdi className="[overflow-wrap:anywhere]">{key}</bdi> (not understood)
    </Banner>
  );
}

/** What is shown may be old; the rows stay. */
export function StaleNotice({ error }: { error: Error }) {
  return <Banner tone="warn">{error.message} Showing what we had; trying again.</Banner>;
}
