import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/root.mjs';
import { main, Refusal, say } from './lib/say.mjs';

/**
 * `npm run lock`, after a change of packages: adds the builds for other systems that npm leaves out of the lockfile
 * when its registry does not carry them. Without those entries `npm ci` refuses everywhere. They hold a name, a version
 * and the system, so that each machine takes its own.
 */
await main(() => {
  const path = inRoot('package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const known = lock.packages;
  const missing = Object.entries(known).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !known[`node_modules/${name}`] && !known[`${parent}/node_modules/${name}`])
      .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, siblingOf(entry, known))]),
  );
  const packages = { ...known, ...Object.fromEntries(missing) };
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${missing.length} entries added to package-lock.json.`);
  return 0;
});

/** A build of the same package that npm did write down: what they have in common is taken from it. */
function siblingOf(entry, known) {
  return Object.keys(entry.optionalDependencies)
    .map((name) => known[`node_modules/${name}`])
    .find((sibling) => sibling?.engines);
}

function entryOf(name, version, sibling) {
  if (!/^\d/.test(version)) throw new Refusal(`${name} ${version} is not an exact version.`);
  const system = name.match(
    /(android|darwin|freebsd|linux|openharmony|win32|wasm32)-(arm64|x64|arm|ia32|ppc64|riscv64|s390x|wasi)(?:-(\w+))?$/,
  );
  if (!system) throw new Refusal(`${name} does not name a system: add it to package-lock.json by hand.`);
  const [, os, cpu, abi] = system;
  const isWasm = os === 'wasm32';
  return {
    version,
    cpu: [isWasm ? 'wasm32' : cpu],
    ...(sibling?.dev ? { dev: true } : {}),
    ...(os === 'linux' && abi ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}),
    ...(sibling?.license ? { license: sibling.license } : {}),
    optional: true,
    ...(isWasm ? {} : { os: [os] }),
    ...(sibling ? { engines: sibling.engines } : {}),
  };
}
