'use client';

import { type ReactNode, useLayoutEffect } from 'react';
import { adoptSettings, FirstSettings } from '@/lib/client/preferences';
import type { SavedSettings } from '@/lib/shared/contract/person-settings';

type PersonPreferencesProps = { personId: string; saved: SavedSettings; children: ReactNode };

/** Around everything of a page that goes by how this person works. */
export function PersonPreferences({ personId, saved, children }: PersonPreferencesProps) {
  useLayoutEffect(() => adoptSettings(personId, saved), [personId, saved]);
  return <FirstSettings value={saved.settings}>{children}</FirstSettings>;
}
