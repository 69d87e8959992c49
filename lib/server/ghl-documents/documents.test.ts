import { afterAll, describe, expect, it } from 'vitest';
import { operations as clientOperations } from '@/lib/server/ghl/operations';
import { oauthOperations } from '@/lib/server/sandbox/oauth-operations';
import { operations as sandboxOperations } from '@/lib/server/sandbox/operations';
import { appTokens } from './app-tokens';
import { clientConversations } from './client-conversations';
import { clientNeighbours } from './client-neighbours';
import { documentedOperations } from './documents';
import { handRefusals } from './hand-refusals';
import { sdkContacts } from './sdk-contacts';
import { sdkFaults } from './sdk-faults';
import { sdkLocation } from './sdk-location';
import { sdkPreferences } from './sdk-preferences';
import { sdkProviders } from './sdk-providers';
import { sdkReading } from './sdk-reading';
import { sdkRefusals } from './sdk-refusals';
import { sdkWriting } from './sdk-writing';
import { openStage } from './stage';
import { waivers } from './waivers';

const stage = await openStage();
afterAll(() => stage.close());

/** What no document describes. */
const undocumented = ['upload-media-content'];

sdkReading(stage);
sdkWriting(stage);
sdkProviders(stage);
sdkPreferences(stage);
sdkContacts(stage);
sdkLocation(stage);
sdkRefusals(stage);
appTokens(stage);
clientConversations(stage);
clientNeighbours(stage);
handRefusals(stage);

// Last: these look back at all that was said and heard above.
describe('the account of it all', () => {
  const { ledger } = stage;

  it('has every method of the conversations service of the SDK, and an answer of success for each', async () => {
    await ledger.unwaived();
    const service = stage.sdk({ id: '', token: 'pit-none' }).conversations;
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(service)).filter(
      (name) => name !== 'constructor',
    );
    const called = [...ledger.answered.sdk].map(methodName);
    expect(methods.filter((method) => !called.includes(method))).toEqual([]);
    report(`${methods.length} of ${methods.length} methods of the conversations service of the SDK`);
  });

  it('has every operation of our client, and of the sandbox', async () => {
    await ledger.unwaived();
    const { client, sdk, hand } = ledger.answered;
    const wanted = (names: string[], answered: Set<string>) =>
      names.filter((name) => !answered.has(name) && !undocumented.includes(name));
    expect(wanted(Object.keys(clientOperations), client)).toEqual([]);
    const names = [...sandboxOperations, ...oauthOperations].map(({ operationId }) => operationId);
    expect(wanted(names, new Set([...client, ...sdk, ...hand]))).toEqual([]);
    const documented = documentedOperations.map(({ operationId }) => operationId);
    expect(documented.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('departs from the documents nowhere but where a waiver says so', async () => {
    expect(await ledger.unwaived()).toEqual([]);
    expect([...ledger.undocumented].sort()).toEqual([
      'GET /conversations/nowhere/at/all',
      'POST /medias/upload-file',
    ]);
    report(`${ledger.requests} requests and ${ledger.answers} answers checked against the documents`);
  });

  it('asks for the scopes of the documents, and for others only where they name none', () => {
    const wanted = new Map(documentedOperations.map(({ operationId, scopes }) => [operationId, scopes]));
    const tables = [
      ...Object.entries(clientOperations).map(([operationId, { scope }]) => ({ operationId, scope })),
      ...sandboxOperations,
      ...oauthOperations,
    ];
    const other = tables.filter(({ operationId, scope }) => {
      const scopes = wanted.get(operationId) ?? [];
      return scope === null ? scopes.length > 0 : scopes.length > 0 && !scopes.includes(scope);
    });
    expect(other).toEqual([]);
  });

  it('has no waiver that nothing needs', async () => {
    expect(await ledger.unused()).toEqual([]);
    const fields = waivers.filter(({ rule }) => rule === 'field').flatMap(({ where }) => where);
    const faults = waivers.filter(({ rule }) => rule !== 'field').flatMap(({ where }) => where);
    report(
      `${faults.length} faults of the documents waived, ${fields.length} fields that they do not name, ` +
        `${sdkFaults.length} faults of the SDK`,
    );
  });
});

/** `get-messages` is `getMessages` in the SDK. */
function methodName(operationId: string): string {
  return operationId.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** For whoever reads the log of the tests. */
function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
