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

/** Of the list of who waits: it ends somewhere, and says where. */
export function OlderNotice({ onShowAll }: { onShowAll: () => void }) {
  return (
    <p className="flex min-h-8 flex-wrap items-center gap-x-1.5 border-line border-b px-4 py-1 text-12 text-ink-3">
      Older than 60 days is not shown ·
      <button
        type="button"
        onClick={onShowAll}
        className="rounded-tag font-medium text-ink-2 underline decoration-1 underline-offset-2 hover:text-ink touch:min-h-11"
      >
        Show all
      </button>
    </p>
  );
}
