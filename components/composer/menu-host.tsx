import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** The place above the box of the composer, which itself scrolls and would cut off what stands out of it. */
export const MenuHost = createContext<HTMLElement | null>(null);

/** Draws a list that opens while one types right above the box, over the messages. */
export function AboveBox({ children }: { children: ReactNode }) {
  const host = use(MenuHost);
  return host && createPortal(children, host);
}
