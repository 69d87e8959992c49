import { describe, expect, test } from 'vitest';
import { countBrowser, countUnit, summarise } from './counts.mjs';

const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((each) => ({ status: each })),
});

describe('countUnit', () => {
  test('counts the tests', () => {
    const testResults = [file('failed', 'passed', 'failed')];
    expect(countUnit({ numPassedTests: 1, numFailedTests: 1, testResults }, 1)).toEqual({
      passed: 1,
      failed: 1,
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
    expect(countBrowser({ stats, errors: [] }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(countBrowser({ stats: { ...stats, unexpected: 2 }, errors: [] }, 1).failed).toBe(2);
    expect(countBrowser({ stats, errors: [{ message: 'no such file' }] }, 1).failed).toBe(1);
  });

  test('fails when no test ran', () => {
    expect(countBrowser({ stats: { ...stats, expected: 0 }, errors: [] }, 0).failed).toBe(1);
  });
});

test('the summary ends with the sum', () => {
  const lines = summarise([
    { name: 'lint', passed: 1, failed: 0, seconds: '0.4' },
    { name: 'unit', passed: 20, failed: 2, seconds: '3.0' },
  ]);
  expect(lines.at(-1)).toBe('21 passed, 2 failed');
});
