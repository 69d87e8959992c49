'use client';

import { useSyncExternalStore } from 'react';
import type { PersonSettings } from '@/lib/shared/contract/person-settings';

type Density = PersonSettings['density'];

/** The same as `rowHeightClass`, for the arithmetic: in rem, so that 200 % text has room. */
const rowRem = { normal: { desk: 4, phone: 4.5 }, compact: { desk: 2.75, phone: 2.75 } };
/** For an element that has `data-density`. */
export const rowHeightClass =
  '[--row:4rem] phone:[--row:4.5rem] data-[density=compact]:[--row:2.75rem] phone:data-[density=compact]:[--row:2.75rem]';

const isPhone = '(width < 760px)';

/** The height of a row in pixels: 64, on a phone 72, in a compact list 44; more where the text of the browser is larger. */
export function useRowHeight(density: Density): number {
  return useSyncExternalStore(
    subscribe,
    () => readRowHeight(density),
    () => rowRem[density].desk * 16,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(isPhone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function readRowHeight(density: Density): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const { phone, desk } = rowRem[density];
  return (window.matchMedia(isPhone).matches ? phone : desk) * rem;
}
