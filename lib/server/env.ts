import 'server-only';
import { remember } from './remember';
import { parseSettings, type Settings } from './settings';

/** The settings of this process, parsed once. Throws `SettingsError`; instrumentation does so first, at the start. */
export function settings(): Settings {
  return remember('settings', () => parseSettings(process.env));
}
