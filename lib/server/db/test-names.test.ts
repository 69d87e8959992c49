import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('every test with a database is named as one, and so runs on both engines', () => {
  const tests = readdirSync('lib/server', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.test.ts'),
  );
  const withDatabase = tests.filter((path) =>
    /^import .*\b(makeTestDatabase|startParley)\b/m.test(readFileSync(join('lib/server', path), 'utf8')),
  );
  expect(withDatabase.length).toBeGreaterThan(3);
  expect(withDatabase.filter((path) => !path.endsWith('.db.test.ts'))).toEqual([]);
});
