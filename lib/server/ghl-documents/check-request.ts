import 'server-only';
import { type Departure, distinct } from './departure';
import type { DocumentedOperation } from './documents';
import type { Json } from './json';
import type { Exchange } from './relay';
import { fieldsBeyond, schemaFaults } from './schemas';

/** Where a request is not as its document says: headers, query, content type, body. */
export async function checkRequest(operation: DocumentedOperation, exchange: Exchange): Promise<Departure[]> {
  const { operationId } = operation;
  const found = [...parameterFaults(operation, exchange), ...(await bodyFaults(operation, exchange))];
  return distinct(found.map((fault) => ({ operation: operationId, ...fault })));
}

type Fault = Omit<Departure, 'operation'>;

function parameterFaults(operation: DocumentedOperation, { query, requestHeaders }: Exchange): Fault[] {
  const faults: Fault[] = [];
  for (const { name, place, isRequired, schema } of operation.parameters) {
    if (place === 'path') continue;
    const where = `request ${place} ${name}`;
    const values = place === 'query' ? query.getAll(name) : valuesOf(requestHeaders[name.toLowerCase()]);
    if (values.length === 0) {
      if (isRequired) faults.push({ where, rule: 'required', detail: 'is absent' });
      continue;
    }
    const value = { value: values.length > 1 || schema.type === 'array' ? values : values[0] };
    for (const fault of schemaFaults(boxOf(schema), value, { isText: true })) {
      faults.push({ where, rule: fault.keyword, detail: `${fault.detail}: ${values}` });
    }
  }
  const names = new Set(
    operation.parameters.filter(({ place }) => place === 'query').map(({ name }) => name),
  );
  for (const name of new Set(query.keys())) {
    if (!names.has(name))
      faults.push({ where: `request query ${name}`, rule: 'field', detail: 'is not named' });
  }
  return faults;
}

const boxes = new Map<Json, Json>();

/** Coercion needs an object around the value. The same one each time, so that it is compiled once. */
function boxOf(schema: Json): Json {
  const known = boxes.get(schema) ?? { type: 'object', properties: { value: schema } };
  boxes.set(schema, known);
  return known;
}

function valuesOf(header: string | string[] | undefined): string[] {
  return header === undefined ? [] : [header].flat();
}

async function bodyFaults({ body }: DocumentedOperation, exchange: Exchange): Promise<Fault[]> {
  const isEmpty = exchange.requestBody.byteLength === 0;
  if (!body) {
    return isEmpty ? [] : [{ where: 'request body', rule: 'field', detail: 'the operation has no body' }];
  }
  if (isEmpty) return [{ where: 'request body', rule: 'required', detail: 'is absent' }];
  const type = (exchange.requestHeaders['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const schema = body.get(type);
  if (!schema) return [{ where: 'request content type', rule: 'enum', detail: type }];
  const isText = type !== 'application/json';
  const value = isText ? await formOf(exchange) : JSON.parse(exchange.requestBody.toString('utf8'));
  return [
    ...schemaFaults(schema, value, { isText }).map(({ pointer, keyword, detail }) => ({
      where: `request body ${pointer}`,
      rule: keyword,
      detail,
    })),
    ...fieldsBeyond(schema, value).map((pointer) => ({
      where: `request body ${pointer}`,
      rule: 'field',
      detail: 'is not named',
    })),
  ];
}

/** The fields of a form, a file as its name; a name that comes twice is a list. */
async function formOf({ requestBody, requestHeaders }: Exchange): Promise<Json> {
  const headers = { 'content-type': requestHeaders['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(requestBody), { headers }).formData();
  const fields: Json = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? value : value.name));
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}
