import 'server-only';

export type FormPart = { name: string; fileName?: string; contentType?: string; content: Buffer };

/** Splits a multipart/form-data body; undefined when it is not one. Whole bodies only, which is all a sandbox needs. */
export function parseMultipart(body: Buffer, contentType: string): FormPart[] | undefined {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) return undefined;
  const delimiter = Buffer.from(`--${name.trim()}`);
  const parts: FormPart[] = [];
  let position = body.indexOf(delimiter);
  while (position >= 0) {
    const start = position + delimiter.length;
    // The last delimiter is followed by two dashes.
    if (body.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const end = body.indexOf(delimiter, start);
    if (end < 0) return undefined;
    const part = parsePart(body.subarray(start + 2, end - 2));
    if (part) parts.push(part);
    position = end;
  }
  return undefined;
}

function parsePart(part: Buffer): FormPart | undefined {
  const headerEnd = part.indexOf('\r\n\r\n');
  if (headerEnd < 0) return undefined;
  const headers = part.subarray(0, headerEnd).toString('utf8');
  const name = /[; ]name="([^"]*)"/i.exec(headers)?.[1];
  if (name === undefined) return undefined;
  return {
    name,
    fileName: /filename="([^"]*)"/i.exec(headers)?.[1],
    contentType: /^content-type:\s*(\S+)/im.exec(headers)?.[1],
    content: part.subarray(headerEnd + 4),
  };
}
