/**
 * At the moment in which a menu or dialog that has closed gives the focus back: whether whoever closed it has put the
 * focus elsewhere already. That moment comes late enough for one more key, and for more while it fades.
 */
export function hasMovedOn({ currentTarget: closed }: Event): boolean {
  const { activeElement } = document;
  const isInside = closed instanceof Element && closed.contains(activeElement);
  return activeElement !== null && activeElement !== document.body && !isInside;
}
