import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJson, type Json, listIn, objectIn } from './json';
import { home, prepared, referred } from './schemas';

type DocumentedParameter = { name: string; place: string; isRequired: boolean; schema: Json };

export type DocumentedOperation = {
  operationId: string;
  method: string;
  path: string;
  parameters: DocumentedParameter[];
  /** Content type to schema; null where the operation takes no body. */
  body: Map<string, Json> | null;
  answers: Map<number, DocumentedAnswer>;
  /** The scopes of the document; empty where it names none. */
  scopes: string[];
};

/** `schema` is null where the document says no more than the status. */
type DocumentedAnswer = { schema: Json | null; headers: Map<string, string> };

/** The trimmed copies of GHL's official documents (README.md), read once. */
const files = ['conversations', 'contacts', 'users', 'locations', 'phone-system', 'oauth'];
const folder = join(import.meta.dirname, 'openapi');

export const documentedOperations: readonly DocumentedOperation[] = files.flatMap((file) =>
  Object.entries(objectIn(readDocument(`${file}.json`), 'paths')).flatMap(([path, methods]) =>
    Object.entries(isJson(methods) ? methods : {}).map(([method, operation]) =>
      operationOf(`${file}.json`, path, method, operation),
    ),
  ),
);

/** A schema that the documents share: `BadRequestDTO`, `UnauthorizedDTO`, `UnprocessableDTO`. */
export function commonSchema(name: string): Json {
  return referred(`${home}common-schemas.json#/components/schemas/${name}`);
}

/** The operation of a request; a fixed path goes before a template that matches it too. */
export function findOperation(method: string, path: string): DocumentedOperation | undefined {
  const segments = path.split('/').filter(Boolean);
  const fitting = documentedOperations.filter((operation) => {
    const wanted = operation.path.split('/').filter(Boolean);
    return (
      operation.method === method &&
      wanted.length === segments.length &&
      wanted.every((segment, i) => segment.startsWith('{') || segment === segments[i])
    );
  });
  return fitting.sort((a, b) => templates(a.path) - templates(b.path))[0];
}

function templates(path: string): number {
  return path.split('{').length;
}

function readDocument(file: string): unknown {
  return prepared(file, JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

function operationOf(file: string, path: string, method: string, operation: unknown): DocumentedOperation {
  const operationId = isJson(operation) ? operation.operationId : undefined;
  if (typeof operationId !== 'string') throw new TypeError(`${file}: ${method} ${path} has no name`);
  const answers = Object.entries(objectIn(operation, 'responses')).map(
    ([status, answer]) => [Number(status), answerOf(answer)] as const,
  );
  const content = objectIn(objectIn(operation, 'requestBody'), 'content');
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: listIn(operation, 'parameters').map(parameterOf),
    body: Object.keys(content).length > 0 ? contentOf(content) : null,
    answers: new Map(answers),
    scopes: listIn(operation, 'security')
      .flatMap((way) => (isJson(way) ? Object.values(way).flat() : []))
      .map(String),
  };
}

function parameterOf(parameter: unknown): DocumentedParameter {
  if (!isJson(parameter)) throw new TypeError('A parameter is an object');
  return {
    name: String(parameter.name),
    place: String(parameter.in),
    isRequired: parameter.required === true,
    schema: objectIn(parameter, 'schema'),
  };
}

function contentOf(content: Json): Map<string, Json> {
  return new Map(Object.entries(content).map(([type, entry]) => [type, objectIn(entry, 'schema')]));
}

function answerOf(answer: unknown): DocumentedAnswer {
  const schema = contentOf(objectIn(answer, 'content')).get('application/json') ?? null;
  const headers = Object.entries(objectIn(answer, 'headers')).map(
    ([name, header]) => [name.toLowerCase(), String(isJson(header) ? header.description : '')] as const,
  );
  return { schema, headers: new Map(headers) };
}
