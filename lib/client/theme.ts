const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'parley.theme';
const darkQuery = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** For the document's head: the theme is set before the first paint, so nothing flashes. */
export const themeScript = `(function(){var t;try{t=localStorage.getItem('${storageKey}')}catch(e){}if(t!=='light'&&t!=='dark')t=matchMedia('${darkQuery}').matches?'dark':'light';document.documentElement.dataset.theme=t})()`;

/** What the person chose; `system` when nothing was chosen or storage is closed to us. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return themes.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

export function setTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Private windows and blocked storage: the choice then holds until the page is left.
  }
  applyTheme(theme);
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. Follows the system, and the same person's other tabs, while somebody listens. */
export function subscribeTheme(listener: () => void): () => void {
  const media = matchMedia(darkQuery);
  const follow = () => {
    applyTheme(readTheme());
    listener();
  };
  listeners.add(listener);
  media.addEventListener('change', follow);
  addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', follow);
    removeEventListener('storage', follow);
  };
}

function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(darkQuery).matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}
