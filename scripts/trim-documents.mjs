import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/root.mjs';
import { main, Refusal, say } from './lib/say.mjs';

/** What of each document is kept: the operations that the sandbox emulates, all of conversations. */
const wanted = {
  'conversations.json': 'every',
  'contacts.json': [
    'search-contacts-advanced',
    'get-duplicate-contact',
    'get-contacts',
    'get-contact',
    'create-contact',
    'upsert-contact',
    'update-contact',
    'delete-contact',
    'add-tags',
    'remove-tags',
    'get-all-notes',
    'create-note',
    'get-note',
    'update-note',
    'delete-note',
    'get-all-tasks',
    'create-task',
    'get-task',
    'update-task',
    'update-task-completed',
    'delete-task',
    'add-followers-contact',
    'remove-followers-contact',
  ],
  'users.json': ['get-user-by-location', 'get-user', 'search-users'],
  'locations.json': [
    'get-location',
    'get-location-tags',
    'create-tag',
    'get-custom-fields',
    'get-custom-values',
    'GET-all-or-email-sms-templates',
    'task-search',
  ],
  'phone-system.json': ['active-numbers'],
  'oauth.json': ['get-access-token', 'get-location-access-token', 'get-installed-location'],
};
const commonFile = 'common-schemas.json';
/** Text for readers. What is left is what a machine can check. */
const prose = new Set(['description', 'summary', 'example', 'examples', 'tags']);

/** `node scripts/trim-documents.mjs <folder of the originals>`: writes the copies that the tests check against. */
await main(() => {
  const folder = process.argv[2];
  if (!folder) throw new Refusal('Name the folder of the original documents.');
  const target = inRoot('lib/server/ghl-documents/openapi');
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const write = (file, document) =>
    writeFileSync(join(target, file), `${JSON.stringify(document, null, 2)}\n`);
  const common = new Set();
  for (const [file, operationIds] of Object.entries(wanted)) {
    const { document, count } = trimmed(file, read(file), operationIds, common);
    write(file, document);
    say(`${file}: ${count} operations, ${Object.keys(document.components.schemas).length} schemas.`);
  }
  const { openapi, info, components } = read(commonFile);
  const schemas = Object.fromEntries(
    Object.entries(components.schemas)
      .filter(([name]) => common.has(name))
      .map(([name, schema]) => [name, bare(schema)]),
  );
  write(commonFile, { openapi, info, components: { schemas } });
  return 0;
});

function trimmed(file, { openapi, info, servers, paths, components }, operationIds, common) {
  const kept = {};
  const found = new Set();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operationIds !== 'every' && !operationIds.includes(operation.operationId)) continue;
      found.add(operation.operationId);
      kept[path] = { ...kept[path], [method]: bareOperation(operation) };
    }
  }
  const lost = operationIds === 'every' ? [] : operationIds.filter((id) => !found.has(id));
  if (lost.length > 0) throw new Refusal(`${file} has no operation ${lost.join(', ')}.`);
  const names = reached(file, kept, components.schemas, common);
  const schemas = Object.fromEntries(
    Object.entries(components.schemas)
      .filter(([name]) => names.has(name))
      .map(([name, schema]) => [name, bare(schema)]),
  );
  const { title, version } = info;
  const document = { openapi, info: { title, version }, servers, paths: kept, components: { schemas } };
  return { document, count: found.size };
}

/** The names of the schemas that the operations reach; those of the common document are added to `common`. */
function reached(file, paths, schemas, common) {
  const names = new Set();
  const open = [paths];
  while (open.length > 0) {
    for (const reference of referencesIn(open.pop())) {
      const [document, name] = reference.split('#/components/schemas/');
      if (!name) throw new Refusal(`${file}: ${reference} is not a reference to a schema.`);
      if (document !== '') common.add(name);
      else if (!names.has(name)) {
        names.add(name);
        open.push(schemas[name]);
      }
    }
  }
  return names;
}

function referencesIn(value) {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

/** The content type of a file is told in the description of a header, nowhere else: those stay. */
function bareOperation(operation) {
  const responses = Object.entries(operation.responses).map(([status, { headers, ...answer }]) => [
    status,
    { ...bare(answer), ...(headers ? { headers } : {}) },
  ]);
  return { ...bare({ ...operation, responses: {} }), responses: Object.fromEntries(responses) };
}

function bare(value, areNames = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => areNames || !prose.has(key))
      .map(([key, inner]) => [key, bare(inner, key === 'properties' && !areNames)]),
  );
}
