'use client';

import { useSyncExternalStore } from 'react';

/** The same as `rowHeightClass`, for the arithmetic: in rem, so that 200 % text has room. */
const rowRem = { desk: 4, phone: 4.5 };
export const rowHeightClass = '[--row:4rem] phone:[--row:4.5rem]';

const isPhone = '(width < 760px)';

/** The height of a row in pixels: 64, on a phone 72, more where the text of the browser is larger. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, readRowHeight, () => rowRem.desk * 16);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(isPhone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function readRowHeight(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return (window.matchMedia(isPhone).matches ? rowRem.phone : rowRem.desk) * rem;
}
