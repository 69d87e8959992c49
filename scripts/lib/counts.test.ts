import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countBrowser, countUnit, summarise } from './counts.mjs';
import { root } from './root.mjs';

const file = (status: string, ...assertions: string[]) => ({
  name: join(root, 'lib/a.test.ts'),
  status,
  message: '',
  assertionResults: assertions.map((each) => ({ status: each, fullName: 'a claim', failureMessages: [] })),
});

describe('countUnit', () => {
  test('counts the tests', () => {
    const testResults = [file('failed', 'passed', 'failed')];
    expect(countUnit({ numPassedTests: 1, numFailedTests: 1, testResults }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  test('names what failed, with the beginning of what it said', () => {
    const failed = {
      status: 'failed',
      fullName: 'a claim is one',
      failureMessages: ['Error: two\n\n    at b.ts:1'],
    };
    const testResults = [
      { name: join(root, 'lib/a.test.ts'), status: 'failed', assertionResults: [failed] },
      { name: join(root, 'lib/b.test.ts'), status: 'failed', assertionResults: [], message: 'Cannot find c' },
    ];
    expect(countUnit({ numPassedTests: 0, numFailedTests: 1, testResults }, 1)).toMatchObject({
      failed: 2,
      failures: [
        { title: 'lib/a.test.ts > a claim is one', lines: ['Error: two', '    at b.ts:1'] },
        { title: 'lib/b.test.ts', lines: ['Cannot find c'] },
      ],
    });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const testResults = [file('passed', 'passed'), file('failed')];
    expect(countUnit({ numPassedTests: 1, numFailedTests: 0, testResults }, 1).failed).toBe(1);
  });

  test('counts an error outside of the tests as a failure', () => {
    const testResults = [file('passed', 'passed')];
    expect(countUnit({ numPassedTests: 1, numFailedTests: 0, testResults }, 1).failed).toBe(1);
  });

  test('fails when no test ran or no report was written', () => {
    expect(countUnit({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(countUnit(null, 0).failed).toBe(1);
  });
});

describe('countBrowser', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

  test('counts the tests and the errors outside of them', () => {
    expect(countBrowser({ stats, errors: [] }, 0)).toMatchObject({ passed: 3, failed: 0, failures: [] });
    expect(countBrowser({ stats: { ...stats, unexpected: 2 }, errors: [] }, 1).failed).toBe(2);
    expect(countBrowser({ stats, errors: [{ message: 'no such file' }] }, 1).failed).toBe(1);
  });

  test('names what failed, however deep it was described', () => {
    const results = [{ errors: [{ message: '\u001b[31mError: no such row\u001b[39m' }] }];
    const spec = (title: string, ok: boolean) => ({
      file: 'a.spec.ts',
      line: 7,
      title,
      ok,
      tests: [{ results }],
    });
    const suites = [{ specs: [spec('one', true)], suites: [{ specs: [spec('two', false)] }] }];
    expect(countBrowser({ stats: { ...stats, unexpected: 1 }, errors: [], suites }, 1).failures).toEqual([
      { title: 'e2e/a.spec.ts:7 > two', lines: ['Error: no such row'] },
    ]);
  });

  test('fails when no test ran', () => {
    expect(countBrowser({ stats: { ...stats, expected: 0 }, errors: [] }, 0).failed).toBe(1);
  });
});

test('the summary says what failed, and ends with the sum', () => {
  const failures = [{ title: 'lib/a.test.ts > a claim is one', lines: ['Error: two'] }];
  const lines = summarise([
    { name: 'lint', passed: 1, failed: 0, seconds: '0.4' },
    { name: 'unit', passed: 20, failed: 2, failures, seconds: '3.0' },
  ]);
  expect(lines.slice(0, 2)).toEqual(['FAILED lib/a.test.ts > a claim is one', '    Error: two']);
  expect(lines.at(-1)).toBe('21 passed, 2 failed');
});
