import { subscribe } from 'node:diagnostics_channel';
import { afterAll, expect } from 'vitest';
import { answerChannel, type TestAnswer } from '@/lib/server/sandbox/test-answers';

/**
 * Before every test file of the server: what the sandboxes of the file answer is checked against the official documents
 * once it is through. The documents are read only where there is something to check.
 */
const heard: TestAnswer[] = [];
subscribe(answerChannel, (message) => {
  // Nobody else publishes there.
  heard.push(message as TestAnswer);
});

afterAll(async () => {
  if (heard.length === 0) return;
  const [{ Ledger }, { waivers }] = await Promise.all([import('./ledger'), import('./waivers')]);
  const ledger = new Ledger({ common: waivers, ofSdk: [] });
  for (const { method, url, hasFaults, status, headers, body } of heard) {
    const { pathname, searchParams } = new URL(url);
    const isText = typeof body === 'string';
    // A fault answers what the test wanted, not what GHL would.
    if (hasFaults && (status >= 500 || isText)) continue;
    ledger.enter('hand', {
      method,
      path: pathname,
      query: searchParams,
      requestHeaders: {},
      requestBody: Buffer.alloc(0),
      status,
      answerHeaders: Object.fromEntries(headers),
      answerBody: Buffer.from(isText ? String(body) : JSON.stringify(body)),
    });
  }
  expect(await ledger.unwaived()).toEqual([]);
});
