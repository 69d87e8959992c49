/** What the browser adds by itself to a write of our own pages, and the app asks for. */
export const ours = (baseURL: string | undefined) => ({
  origin: new URL(baseURL ?? '').origin,
  'sec-fetch-site': 'same-origin',
});
