import { inRoot } from './root.mjs';

/** The program itself, for `startNode`; a fixed path, since it is named before the packages are installed. */
export const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');

/** Longer than proxies keep a connection they do not use (60 s), or the one closes it while the other writes into it. */
const keepAliveMs = 75_000;

/** How the built app is started, for `startNode`. */
export function startArgs(host, port) {
  return [next, 'start', '-H', host, '-p', String(port), '--keepAliveTimeout', String(keepAliveMs)];
}

export const nextEnv = {
  NEXT_TELEMETRY_DISABLED: '1',
  // The app itself ends when it is asked to, once what it is sending has left: see lib/server/start.ts.
  NEXT_MANUAL_SIG_HANDLE: '1',
};
