import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isJson, type Json, listIn, objectIn } from './json';

/** Where a value is not what its schema says: a JSON pointer with `*` for every place in a list. */
export type SchemaFault = { pointer: string; keyword: string; detail: string };

/** Where the documents refer to each other; nothing is there. */
export const home = 'https://documents.test/';
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

// Not strict: OpenAPI 3.0 has keywords of its own. `allErrors`, because the list of departures must be whole.
const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'date-time': dateTime } });
/** The same for what arrives as text: a query and a form. */
const textAjv = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
const documents = new Map<string, Json>();
const compiled = new Map<Json, { plain?: ValidateFunction; text?: ValidateFunction }>();

/** The documents that write `type: 'any'`, which no schema language knows: read as no type. */
export const repaired: string[] = [];

/** Makes the references of a document absolute, and lets other documents refer to it. */
export function prepared(file: string, document: unknown): Json {
  const ready = absolute(file, document);
  if (!isJson(ready)) throw new TypeError(`${file} is not a document`);
  documents.set(home + file, ready);
  for (const one of [ajv, textAjv]) one.addSchema({ $id: home + file, components: ready.components });
  return ready;
}

const common = 'common-schemas.json';
prepared(common, JSON.parse(readFileSync(join(import.meta.dirname, 'openapi', common), 'utf8')));

function absolute(file: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => absolute(file, item));
  if (!isJson(value)) return value;
  const { $ref: reference, ...rest } = value;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, absolute(file, part)]));
  if (inner.type === 'any') {
    delete inner.type;
    repaired.push(file);
  }
  if (typeof reference !== 'string') return inner;
  const [place = '', pointer = ''] = reference.split('#');
  return { $ref: `${home}${place === '' ? file : place.split('/').at(-1)}#${pointer}`, ...inner };
}

/** Every place where the value departs from the schema. */
export function schemaFaults(schema: Json, value: unknown, { isText = false } = {}): SchemaFault[] {
  const known = compiled.get(schema) ?? {};
  compiled.set(schema, known);
  const kind = isText ? 'text' : 'plain';
  known[kind] ??= (isText ? textAjv : ajv).compile(schema);
  const validate = known[kind];
  // Text is coerced in place: the caller keeps what was sent.
  if (validate(isText ? structuredClone(value) : value)) return [];
  return (validate.errors ?? []).map(faultOf);
}

function faultOf(error: ErrorObject): SchemaFault {
  const missing: unknown = error.params.missingProperty;
  const place = typeof missing === 'string' ? `${error.instancePath}/${missing}` : error.instancePath;
  return { pointer: starred(place), keyword: error.keyword, detail: error.message ?? '' };
}

function starred(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** The places of the fields that the schema does not name. An object of no named field is free. */
export function fieldsBeyond(schema: Json, value: unknown, pointer = ''): string[] {
  const parts = partsOf(schema);
  if (Array.isArray(value)) {
    const items = parts.map((part) => part.items).filter(isJson);
    if (items.length === 0) return [];
    return value.flatMap((item) => fieldsBeyond({ anyOf: items }, item, `${pointer}/*`));
  }
  if (!isJson(value)) return [];
  const named = parts.map((part) => objectIn(part, 'properties'));
  const isFree = named.every((names) => Object.keys(names).length === 0);
  if (isFree || parts.some((part) => part.additionalProperties !== undefined)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = `${pointer}/${name}`;
    const fields = named.map((names) => names[name]).filter(isJson);
    return fields.length === 0 ? [place] : fieldsBeyond({ anyOf: fields }, inner, place);
  });
}

/** The schema itself, what it refers to and what it is put together from. */
function partsOf(schema: Json): Json[] {
  const reference = schema.$ref;
  const own = typeof reference === 'string' ? partsOf(referred(reference)) : [];
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((key) =>
    listIn(schema, key).filter(isJson).flatMap(partsOf),
  );
  return [schema, ...own, ...inner];
}

/** The schema at an absolute reference. */
export function referred(reference: string): Json {
  const [document = '', pointer = ''] = reference.split('#');
  let current: unknown = documents.get(document);
  for (const key of pointer.split('/').filter(Boolean)) current = isJson(current) ? current[key] : undefined;
  if (!isJson(current)) throw new TypeError(`No schema at ${reference}`);
  return current;
}
