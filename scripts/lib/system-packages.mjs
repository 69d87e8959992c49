import { existsSync } from 'node:fs';
import { run, start } from './processes.mjs';
import { say } from './say.mjs';

const installTimeoutMs = 10 * 60_000;
const probeTimeoutMs = 20_000;

/** The program that must exist, whether it needs the rights of root, and what installs a package with it. */
const managers = [
  {
    program: '/usr/bin/apt-get',
    needsRoot: true,
    commands: (name) => [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', '--no-install-recommends', name],
    ],
  },
  { program: '/usr/bin/dnf', needsRoot: true, commands: (name) => [['dnf', 'install', '-y', '-q', name]] },
  { program: '/sbin/apk', needsRoot: true, commands: (name) => [['apk', 'add', '--no-cache', name]] },
  { program: '/opt/homebrew/bin/brew', commands: brewed },
  { program: '/usr/local/bin/brew', commands: brewed },
];

/** Names differ: `names` says what a package is called by the managers that call it something else. */
export async function installFromSystem({ name, names = {} }) {
  const manager = managers.find(({ program }) => existsSync(program));
  if (!manager) return false;
  const asRoot = manager.needsRoot ? await prefixForRoot() : [];
  if (!asRoot) {
    say('It needs the rights of root, which this command does not have.');
    return false;
  }
  const called = names[manager.program.split('/').at(-1)] ?? name;
  for (const command of manager.commands(called)) {
    const [program, ...args] = [...asRoot, ...command];
    const installing = start(program, args, {
      stdio: ['ignore', 2, 2],
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if ((await run(installing, installTimeoutMs)) !== 0) return false;
  }
  return true;
}

function brewed(name) {
  return [['brew', 'install', ...name.split(' ')]];
}

/** Nothing for root; sudo where it asks for no password; null otherwise. */
async function prefixForRoot() {
  if (process.getuid?.() === 0) return [];
  const probe = start('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return (await run(probe, probeTimeoutMs)) === 0
    ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive']
    : null;
}
