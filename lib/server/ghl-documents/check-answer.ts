import 'server-only';
import { type Departure, distinct } from './departure';
import { commonSchema, type DocumentedOperation } from './documents';
import { type Envelope, envelopes } from './envelopes';
import { isJson, type Json } from './json';
import type { Exchange } from './relay';
import { fieldsBeyond, schemaFaults } from './schemas';

type Fault = Omit<Departure, 'operation'>;

/** What an answer of a status that the operation's document leaves out is checked against. */
const commonOfStatus = new Map([
  [400, 'BadRequestDTO'],
  [401, 'UnauthorizedDTO'],
  [403, 'UnauthorizedDTO'],
  [404, 'BadRequestDTO'],
  [413, 'BadRequestDTO'],
  [415, 'BadRequestDTO'],
  [422, 'UnprocessableDTO'],
  [429, 'BadRequestDTO'],
  [500, 'BadRequestDTO'],
]);

/** Where an answer is not as its document says: status, headers, shape, and each field that it does not name. */
export function checkAnswer(operation: DocumentedOperation, exchange: Exchange): Departure[] {
  return distinct(
    answerFaults(operation, exchange).map((fault) => ({ operation: operation.operationId, ...fault })),
  );
}

function answerFaults(operation: DocumentedOperation, exchange: Exchange): Fault[] {
  const { status, answerHeaders } = exchange;
  const { answers } = operation;
  const answer = answers.get(status);
  const where = `answer ${status}`;
  const faults: Fault[] = answer ? [] : [{ where, rule: 'status', detail: 'is not named' }];
  const common = commonOfStatus.get(status);
  // A success of another status than the documented one has the documented shape.
  const success = [...answers].find(([one]) => status < 300 && one < 300)?.[1];
  const schema = (answer ?? success)?.schema ?? (common === undefined ? null : commonSchema(common));
  for (const [name, wanted] of answer?.headers ?? []) {
    // A charset says nothing against the type that is documented.
    const [given = ''] = (answerHeaders[name]?.toString() ?? '').split('; charset');
    if (given.toLowerCase() !== wanted.toLowerCase()) {
      faults.push({ where: `${where} header ${name}`, rule: 'const', detail: `${answerHeaders[name]}` });
    }
  }
  if (!schema) {
    // A file is described by its headers alone.
    const isFile = answer !== undefined && answer.headers.size > 0;
    return isFile ? faults : [...faults, { where, rule: 'schema', detail: 'has no shape in the document' }];
  }
  const body = jsonOf(exchange);
  if (body === undefined) return [...faults, { where, rule: 'content type', detail: 'is not JSON' }];
  const envelope = status < 300 ? envelopes.get(operation.operationId) : undefined;
  if (!envelope) return [...faults, ...shapeFaults(where, schema, body)];
  return [...faults, ...unwrapped(where, envelope, schema, body)];
}

/** What is in an envelope that the document does not know is checked as if it stood there alone. */
function unwrapped(where: string, envelope: Envelope, schema: Json, body: unknown): Fault[] {
  if (envelope.form === 'list') {
    if (!Array.isArray(body)) return [{ where, rule: 'envelope', detail: 'is not a list' }];
    return body.flatMap((item) => shapeFaults(`${where} /*`, schema, item));
  }
  const { traceId: _traceId, [envelope.form]: content, ...rest } = isJson(body) ? body : {};
  if (content === undefined) return [{ where, rule: 'envelope', detail: `has no ${envelope.form}` }];
  const beyond = Object.keys(rest).map((name) => ({ where: `${where} /${name}`, rule: 'field', detail: '' }));
  return [...beyond, ...shapeFaults(`${where} /${envelope.form}`, schema, content)];
}

function shapeFaults(where: string, schema: Json, value: unknown): Fault[] {
  const place = (pointer: string) => (where.includes('/') ? `${where}${pointer}` : `${where} ${pointer}`);
  return [
    ...schemaFaults(schema, value).map(({ pointer, keyword, detail }) => ({
      where: place(pointer),
      rule: keyword,
      detail,
    })),
    ...fieldsBeyond(schema, value).map((pointer) => ({
      where: place(pointer),
      rule: 'field',
      detail: 'is not named',
    })),
  ];
}

function jsonOf({ answerHeaders, answerBody }: Exchange): unknown {
  if (!answerHeaders['content-type']?.includes('application/json')) return undefined;
  try {
    return JSON.parse(answerBody.toString('utf8'));
  } catch {
    return undefined;
  }
}
