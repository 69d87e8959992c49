import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './lib/browser.mjs';
import { runBrowserTests } from './lib/browser-tests.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { countBrowser, countUnit, summarise } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { next, nextEnv } from './lib/next.mjs';
import { nodeBin } from './lib/node-bin.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { interruptedWith, run, startNode } from './lib/processes.mjs';
import { main, Refusal, say, secondsSince } from './lib/say.mjs';

const checkTimeoutMs = 5 * 60_000;
const unitTimeoutMs = 20 * 60_000;

/** Steps that only prepare count nothing when they go well. */
const prepared = { passed: 0, failed: 0 };
const passedOnce = { passed: 1, failed: 0 };
const failedOnce = { passed: 0, failed: 1 };

/** stdin may be missing or closed, and a runner that finds a terminal there would wait for keys. */
const stdio = ['ignore', 'inherit', 'inherit'];
/** Biome colours each letter by itself once CI is set, which nobody can read in a log. */
const colors = process.stdout.isTTY ? 'force' : 'off';
/** Where what the tests can use may be installed, and nothing may be left out. */
const isCi = Boolean(process.env.CI);
const reports = mkdtempSync(join(tmpdir(), 'parley-test-'));
let chromium = null;
let isBuilt = false;
let postgres = null;

const steps = {
  install: async () => {
    await ensureInstalled();
    return prepared;
  },
  browser: async () => {
    chromium = await findOrInstallChromium({ prefersShell: isCi });
    return prepared;
  },
  postgres: async () => {
    postgres = await startPostgres({ mayInstall: isCi });
    if (postgres) return prepared;
    const note = 'left out: no PostgreSQL server was found here, so only the embedded database is tested';
    return isCi ? { ...failedOnce, note } : { ...prepared, note };
  },
  lint: () => check([nodeBin('@biomejs/biome', 'biome'), 'ci', '.', `--colors=${colors}`]),
  types: async () => {
    // The types of the routes are generated, and a fresh clone has none.
    const generated = await check([next, 'typegen'], nextEnv);
    return generated.failed > 0 ? generated : check([nodeBin('typescript', 'tsc'), '--noEmit']);
  },
  'dead-code': () => check([nodeBin('knip')]),
  unit: async () => {
    const report = join(reports, 'unit.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const tests = startNode([nodeBin('vitest'), ...args], {
      stdio,
      env: { NODE_ENV: 'test', ...databaseEnv() },
    });
    const code = await run(tests, unitTimeoutMs);
    return countUnit(readReport(report), code);
  },
  build: async () => {
    await ensureBuilt();
    isBuilt = true;
    return passedOnce;
  },
  e2e: async () => {
    if (!isBuilt || !chromium) {
      return { ...failedOnce, note: `not run: there is no ${isBuilt ? 'browser' : 'build'}` };
    }
    const report = join(reports, 'e2e.json');
    const code = await runBrowserTests({ chromium, stdio, env: { PARLEY_REPORT: report, ...databaseEnv() } });
    return countBrowser(readReport(report), code);
  },
};

/** What a step cannot do without. */
const needs = { e2e: ['browser', 'build', 'postgres'], unit: ['postgres'] };

/** Where the tests make databases on a server. Empty: they leave it out. */
const databaseEnv = () => ({ TEST_DATABASE_URL: postgres?.url ?? '' });

await main(async () => {
  const done = [];
  try {
    for (const name of chosenSteps()) {
      say(`\n--- ${name}`);
      const startedAt = performance.now();
      const counts = await attempt(steps[name]);
      done.push({ name, ...counts, seconds: secondsSince(startedAt) });
      // Without the packages nothing else can run, and the list of its failures would hide the cause.
      if (interruptedWith() !== null || (name === 'install' && counts.failed > 0)) break;
    }
  } finally {
    await postgres?.stop();
    rmSync(reports, { recursive: true, force: true });
  }
  process.stdout.write(`\n${summarise(done).join('\n')}\n`);
  return done.some(({ failed }) => failed > 0) ? 1 : 0;
});

/** `--only=unit,types` runs these alone, with what they need. */
function chosenSteps() {
  const all = Object.keys(steps);
  const only = process.argv.slice(2).find((arg) => arg.startsWith('--only='));
  if (!only) return all;
  const named = only.slice('--only='.length).split(',');
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    throw new Refusal(`There is no step "${unknown}". The steps are: ${all.join(', ')}.`);
  }
  const wanted = new Set(['install', ...named, ...named.flatMap((name) => needs[name] ?? [])]);
  return all.filter((name) => wanted.has(name));
}

/** One failed step must not keep the others from running. */
async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error.stack));
    return failedOnce;
  }
}

async function check(args, env = {}) {
  return (await run(startNode(args, { stdio, env }), checkTimeoutMs)) === 0 ? passedOnce : failedOnce;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
