import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import util from 'node:util';
import { inRoot } from './root.mjs';
import { Refusal } from './say.mjs';

/** The files Next reads the other settings from, the strongest last. It does not take PORT and HOST from them itself. */
const envFiles = (mode) => ['.env', `.env.${mode}`, '.env.local', `.env.${mode}.local`];

/** Where to listen: the environment decides, then the env files. */
export function readAddress(mode) {
  return parseAddress(Object.assign({}, ...envFiles(mode).map(readEnvFile), process.env));
}

/** Pure: an empty variable counts as unset, as it does for the app. */
export function parseAddress(settings) {
  const raw = settings.PORT?.trim() || '3000';
  const port = Number(raw);
  if (!/^\d{1,5}$/.test(raw) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a whole number from 1 to 65535, but it is "${raw}".`);
  }
  return { host: settings.HOST?.trim() || '127.0.0.1', port };
}

/** The address to open in a browser on this machine. */
export function localUrl({ host, port }) {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Refuses with a sentence when nothing could listen there. */
export async function ensureFree({ host, port }) {
  const code = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  if (code !== null) throw new Refusal(whyNot(code, host, port));
}

function whyNot(code, host, port) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use on ${host}. Stop what runs there, or choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  }
  if (code === 'EACCES') return `PORT ${port} may not be used without more rights: choose one above 1023.`;
  return `HOST "${host}" is not an address of this machine (${code}). Leave it unset for 127.0.0.1.`;
}

function readEnvFile(file) {
  try {
    return util.parseEnv(readFileSync(inRoot(file), 'utf8'));
  } catch {
    return {};
  }
}
