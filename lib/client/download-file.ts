import { ApiError, apiErrorFrom } from './api';

/**
 * Saves a file of ours. A browser that is given an error instead of a file says nothing of use, so the first byte is
 * asked for before. Throws `ApiError`.
 */
export async function downloadFile(href: string, name: string): Promise<void> {
  const answer = await fetch(href, { headers: { range: 'bytes=0-0' }, cache: 'no-store' }).catch(() => {
    throw new ApiError('offline', 'Parley cannot be reached. Check the network, then try again.', 0);
  });
  if (!answer.ok) throw apiErrorFrom(await answer.json().catch(() => null), answer.status);
  await answer.body?.cancel();
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}
