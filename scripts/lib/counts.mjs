import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

/** Of what a failed test said: enough to know what happened, and short enough for the end of a log. */
const maxLines = 6;

const noReport = { passed: 0, failed: 1, failures: [{ title: 'the run wrote no report', lines: [] }] };

/**
 * What the reports of the two runners come to, and which tests failed. A file that could not be loaded, or a run that
 * broke apart from its tests, is a failure too: neither shows up among the counted tests.
 */
export function countUnit(report, exitCode) {
  if (!report) return noReport;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        failure(`${relative(root, name)} > ${fullName}`, failureMessages),
      ),
  );
  return counts(report.numPassedTests, report.numFailedTests + unloaded.length, exitCode, [
    ...failures,
    ...unloaded.map(({ name, message }) => failure(relative(root, name), [message])),
  ]);
}

export function countBrowser(report, exitCode) {
  if (!report) return noReport;
  const { expected, unexpected, flaky } = report.stats;
  return counts(expected, unexpected + flaky + report.errors.length, exitCode, [
    ...(report.suites ?? []).flatMap((suite) => failedSpecs(suite)),
    ...report.errors.map(({ message }) => failure('outside of the tests', [message])),
  ]);
}

function failedSpecs(suite) {
  const own = (suite.specs ?? []).filter(({ ok }) => !ok).map(failedSpec);
  return [...own, ...(suite.suites ?? []).flatMap((each) => failedSpecs(each))];
}

function failedSpec({ file, line, title, tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
  return failure(
    `e2e/${file}:${line} > ${title}`,
    errors.map(({ message }) => message),
  );
}

function failure(title, messages) {
  const lines = messages
    .flatMap((message) => stripVTControlCharacters(message ?? '').split('\n'))
    .filter((line) => line.trim() !== '');
  return { title, lines: lines.slice(0, maxLines) };
}

/** A runner that saw no test has proved nothing, whatever its exit code. */
function counts(passed, failed, exitCode, failures) {
  const isBroken = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && isBroken ? 1 : failed, failures };
}

/** The lines after a test run: what failed, what each step came to, and at the very end what machines read. */
export function summarise(steps) {
  const width = Math.max(...steps.map(({ name }) => name.length), 'step'.length);
  const row = (name, passed, failed, seconds, note = '') =>
    `  ${name.padEnd(width)}  ${passed.padStart(7)}  ${failed.padStart(7)}  ${seconds.padStart(8)}  ${note}`.trimEnd();
  const passed = steps.reduce((sum, step) => sum + step.passed, 0);
  const failed = steps.reduce((sum, step) => sum + step.failed, 0);
  const failures = steps.flatMap((step) => step.failures ?? []);
  return [
    ...failures.flatMap(({ title, lines }) => [`FAILED ${title}`, ...lines.map((line) => `    ${line}`), '']),
    row('step', 'passed', 'failed', 'seconds'),
    ...steps.map((step) => row(step.name, String(step.passed), String(step.failed), step.seconds, step.note)),
    '',
    `${passed} passed, ${failed} failed`,
  ];
}
