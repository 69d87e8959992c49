import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './root.mjs';

const preload = pathToFileURL(inRoot('scripts', 'lib', 'preload-end-with-parent.mjs')).href;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A server that closes its database may take a moment; after that it is not going to. */
const stopGraceMs = 10_000;

let interruption = null;

/** The exit code of the signal this process got while it held children, or null. What follows should not begin any more. */
export const interruptedWith = () => interruption;

/** While `work` goes on, a signal is only noted: what was started has to be cleaned up before this process ends. */
export async function notingSignals(work) {
  const note = (signal) => {
    interruption = exitCodeOf(signal);
  };
  for (const signal of signals) process.on(signal, note);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.removeListener(signal, note);
  }
}

/**
 * Starts a program of Node directly, never through npx or npm: killing such a wrapper leaves the program running.
 * `exited` resolves to the exit code as a shell would count it, and never rejects.
 */
export function startNode(args, options = {}) {
  return start(process.execPath, args, options);
}

/** `as` is the user it runs as, `{ uid, gid }`; nobody else where it is left out. */
export function start(command, args, { env = {}, stdio = 'inherit', shell = false, as = {} } = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, shell, ...as });
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? exitCodeOf(signal)));
  });
  return { child, exited };
}

/** A server of Node, which ends with this process even if that is killed without a chance to say so. */
export function startServer(args, options = {}) {
  return startNode(['--import', preload, ...args], options);
}

/** Hands the signals this process gets to the child, which decides when both end. */
export function passSignalsOn({ child }) {
  for (const signal of signals) process.on(signal, () => child.kill(signal));
}

/** Runs to the end. A child that outlives `timeoutMs`, or this process's wish to end, is stopped. */
export async function run(running, timeoutMs) {
  const end = () => stop(running);
  const timer = setTimeout(end, timeoutMs);
  for (const signal of signals) process.on(signal, end);
  try {
    return await notingSignals(() => running.exited);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.removeListener(signal, end);
  }
}

/** Asks a child to end, waits, and insists. */
export async function stop({ child, exited }, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const grace = new AbortController();
  const hasEnded = await Promise.race([
    exited.then(() => true),
    sleep(stopGraceMs, false, { signal: grace.signal }).catch(() => true),
  ]);
  grace.abort();
  if (!hasEnded) child.kill('SIGKILL');
  await exited;
}

function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}
