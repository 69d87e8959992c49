/**
 * What the reports of the two runners come to. A file that could not be loaded, or a run that broke apart from its
 * tests, is a failure too: neither shows up among the counted tests.
 */
export function countUnit(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length;
  return atLeastOneFailure(report.numPassedTests, report.numFailedTests + unloaded, exitCode);
}

export function countBrowser(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOneFailure(expected, unexpected + flaky + report.errors.length, exitCode);
}

/** A runner that saw no test has proved nothing, whatever its exit code. */
function atLeastOneFailure(passed, failed, exitCode) {
  const isBroken = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && isBroken ? 1 : failed };
}

/** The lines after a test run; the last of them is the one that machines read. */
export function summarise(steps) {
  const width = Math.max(...steps.map(({ name }) => name.length), 'step'.length);
  const row = (name, passed, failed, seconds, note = '') =>
    `  ${name.padEnd(width)}  ${passed.padStart(7)}  ${failed.padStart(7)}  ${seconds.padStart(8)}  ${note}`.trimEnd();
  const passed = steps.reduce((sum, step) => sum + step.passed, 0);
  const failed = steps.reduce((sum, step) => sum + step.failed, 0);
  return [
    row('step', 'passed', 'failed', 'seconds'),
    ...steps.map((step) => row(step.name, String(step.passed), String(step.failed), step.seconds, step.note)),
    '',
    `${passed} passed, ${failed} failed`,
  ];
}
