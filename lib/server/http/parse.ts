import 'server-only';
import { z } from 'zod';
import { AppError } from './app-error';

/** Enough for the longest email in any script, with its form and without; files go through their own route. */
const maxBodyBytes = 2 * 1024 * 1024;

/** GHL's ids, and ours: nothing that could change a path. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** The place of a file in its message. */
export const indexSchema = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);

/** Parses `input`, or refuses it naming the field and never its value. */
export function parseInput<T>(schema: z.core.$ZodType<T>, input: unknown, what: string): T {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknownKeys = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : null;
  const field = unknownKeys ?? issue?.path.join('.');
  const [top] = issue?.path ?? [];
  throw new AppError('bad_request', {
    message: field
      ? `${what}: "${field.slice(0, 80)}" ${unknownKeys ? 'is not known here' : 'has a value that is not understood'}.`
      : `${what} could not be understood.`,
    field: typeof top === 'string' ? top : undefined,
  });
}

/** A query string as an object; a name given twice is refused rather than guessed at. */
export function queryObject(url: string): Record<string, string> {
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated)
    throw new AppError('bad_request', { message: `The address gives "${repeated.slice(0, 80)}" twice.` });
  return Object.fromEntries(searchParams);
}

/** The JSON of a body, not what the header promises but what arrives counts. */
export async function jsonBody(request: Request, maxBytes = maxBodyBytes): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('unsupported_media_type', { message: 'The body must be application/json.' });
  }
  try {
    const bytes = await bodyBytes(request, maxBytes);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad_request', { message: 'The body is not valid JSON.', cause: error });
  }
}

/** A raw body, read up to a limit that counts what arrives. */
async function bodyBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('payload_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
