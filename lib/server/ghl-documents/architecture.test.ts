import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Row = { operation: string; method: string; route: string; name: string; tests: string[] };

const sourcesOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${folder}/${name}`));
const client = sourcesOf('lib/server/ghl');

/** The text of a file and of all that it imports from the server: a send goes by way of its row, a list by the team's. */
function reached(path: string, seen = new Set<string>()): string {
  if (seen.has(path) || !existsSync(join(root, path))) return '';
  seen.add(path);
  const text = read(path);
  const imported = [...text.matchAll(/from '(@\/lib\/server|\.)\/([\w/-]+)'/g)].map(([, base, rest]) =>
    base === '.' ? `${dirname(path)}/${rest}.ts` : `lib/server/${rest}.ts`,
  );
  return [text, ...imported.map((next) => reached(next, seen))].join('\n');
}

/** The table of ARCHITECTURE.md: newcomers find their way by it, so what it names must be there. */
const rows: Row[] = read('ARCHITECTURE.md')
  .split('\n')
  .map((line) =>
    /^\| ([a-z-]+) \| `([A-Z]+) (\S+)` \| `(\w+)` \| [^|]+ \| `([\w.-]+(?:`, `[\w.-]+)*)` \|$/
      .exec(line)
      ?.slice(1),
  )
  .flatMap((cells) => {
    const [operation, method, route, name, named] = cells ?? [];
    const tests = named?.split('`, `') ?? [];
    return operation && method && route && name ? [{ operation, method, route, name, tests }] : [];
  });

describe('the table of operations in ARCHITECTURE.md', () => {
  it('names each operation of the official document once', () => {
    const document = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(JSON.parse(read('lib/server/ghl-documents/openapi/conversations.json')));
    const official = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(official).toHaveLength(29);
    expect(rows.map(({ operation }) => operation).sort()).toEqual(official.sort());
  });

  it.each(rows)('$operation: its route, function and tests are there', ({ method, route, name, tests }) => {
    const path = `app/api/l/[locationId]/${route.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
    expect(read(path)).toMatch(new RegExp(`export const ${method} = route\\(`));
    expect(reached(path)).toContain(`${name}(`);
    expect(client.some((source) => new RegExp(`export (async )?function ${name}\\b`).test(source))).toBe(
      true,
    );
    for (const test of tests) expect(existsSync(join(root, 'e2e', `${test}.ts`)), test).toBe(true);
  });
});
