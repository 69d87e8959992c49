import type { PersonSettings } from '@/lib/shared/contract/person-settings';

export type Theme = PersonSettings['theme'];

const themes: readonly Theme[] = ['light', 'dark', 'system'];

const storageKey = 'parley.theme';
const darkQuery = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** For the document's head: the theme is set before the first paint, so nothing flashes. */
export const themeScript = `(function(){var t;try{t=localStorage.getItem('${storageKey}')}catch(e){}if(t!=='light'&&t!=='dark')t=matchMedia('${darkQuery}').matches?'dark':'light';document.documentElement.dataset.theme=t})()`;

/**
 * For the page of a person who is known: their own theme before it is painted, whoever sat here before. What was chosen
 * here and has not been saved yet is newer.
 */
export function personThemeScript(theme: Theme): string {
  return `(function(){var t='${theme}';try{var p=JSON.parse(localStorage.getItem('parley.preferences'));if(p&&p.unsaved&&p.unsaved.theme)return;localStorage.setItem('${storageKey}',t)}catch(e){}if(t==='system')t=matchMedia('${darkQuery}').matches?'dark':'light';document.documentElement.dataset.theme=t})()`;
}

/** What is shown here; `system` when nothing was chosen or storage is closed to us. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return themes.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Draws in it and remembers it for the next first paint. What a person chooses goes through their preferences. */
export function showTheme(theme: Theme): void {
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
