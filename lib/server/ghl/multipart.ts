import 'server-only';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

type FilePart = {
  field: string;
  name: string;
  contentType?: string;
  content: Uint8Array | Readable;
  sizeBytes?: number;
};

/** A form with one file, last. The size is known unless the file is a stream that does not tell its own. */
export function multipartBody(
  fields: Record<string, string>,
  file: FilePart,
): { contentType: string; content: Readable | Uint8Array; sizeBytes?: number } {
  const boundary = `parley-${randomUUID()}`;
  const head = Object.entries(fields)
    .map(([name, value]) => `${partHead(boundary, `name="${quoted(name)}"`)}\r\n${value}\r\n`)
    .concat(
      partHead(boundary, `name="${quoted(file.field)}"; filename="${quoted(file.name)}"`),
      `Content-Type: ${mediaType(file.contentType)}\r\n\r\n`,
    )
    .join('');
  const start = Buffer.from(head);
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const { content } = file;
  if (content instanceof Uint8Array) {
    return { contentType, content: Buffer.concat([start, content, end]) };
  }
  const around = start.byteLength + end.byteLength;
  return {
    contentType,
    content: Readable.from(wrapped(start, content, end), { objectMode: false }),
    sizeBytes: file.sizeBytes === undefined ? undefined : file.sizeBytes + around,
  };
}

async function* wrapped(start: Buffer, content: Readable, end: Buffer): AsyncGenerator<Uint8Array> {
  yield start;
  for await (const chunk of content) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  yield end;
}

function partHead(boundary: string, disposition: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
}

/** As browsers write names into a form: a quote or a line end in one cannot start a header or a part. */
function quoted(name: string): string {
  return name
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/"/g, '%22')
    .replace(/[\p{Cc}\p{Cs}]/gu, '_');
}

function mediaType(contentType: string | undefined): string {
  return contentType && /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
}
