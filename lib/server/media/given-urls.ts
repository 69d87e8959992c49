import 'server-only';
import { AppError } from '@/lib/server/http/app-error';

/**
 * The addresses that somebody gave us for GHL to fetch or show: https, without a password in them, or the location's own
 * GHL where that is the sandbox. We fetch none of them: a message's files are read by their place in it only.
 */
export function checkedUrls(urls: string[], ghlBaseUrl: string): string[] {
  for (const text of urls) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isTaken = url?.protocol === 'https:' || url?.origin === new URL(ghlBaseUrl).origin;
    if (!url || !isTaken || url.username || url.password) {
      throw new AppError('bad_request', {
        message: 'An attachment must be an address that begins with https.',
      });
    }
  }
  return urls;
}
