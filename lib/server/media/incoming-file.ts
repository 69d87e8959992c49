import 'server-only';
import { Readable } from 'node:stream';
import { AppError } from '@/lib/server/http/app-error';
import { uploadProblem } from '@/lib/shared/attachment-rules';
import { contentMatchesEnding, judgedBytes } from './file-content';

export type IncomingFile = {
  /** Passed on as it comes: no more of it is in memory than what the next reader has not taken yet. */
  content: Readable;
  sizeBytes: number;
  /** What broke it off half way, in words for people: whoever passes it on only sees that it ended. */
  problem(): AppError | null;
};

/**
 * The file that is the body of a request, judged by name, length and beginning before anybody else sees a byte of it.
 * The length is what was promised: a body that turns out longer or shorter breaks off.
 */
export async function incomingFile(
  request: Request,
  { name, maxBytes }: { name: string; maxBytes: number },
): Promise<IncomingFile> {
  const sizeBytes = lengthOf(request);
  const unfit = uploadProblem({ name, sizeBytes }, maxBytes);
  if (unfit)
    throw new AppError(sizeBytes > maxBytes ? 'payload_too_large' : 'bad_request', { message: unfit });
  if (!request.body) throw new AppError('bad_request', { message: 'The file is empty.' });
  const reader = request.body.getReader();
  const head = await readHead(reader);
  if (!contentMatchesEnding(name, head)) {
    await reader.cancel().catch(() => undefined);
    throw new AppError('unsupported_media_type', {
      message: `"${name}" is not what its ending says, so it is not sent.`,
    });
  }
  let problem: AppError | null = null;

  async function* rest(): AsyncGenerator<Uint8Array> {
    let size = 0;
    const counted = (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size > sizeBytes) throw brokenOff();
      return chunk;
    };
    try {
      yield counted(head);
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        yield counted(value);
      }
      if (size < sizeBytes) throw brokenOff();
    } catch (error) {
      problem = error instanceof AppError ? error : brokenOff();
      throw error;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  const content = Readable.from(rest(), { objectMode: false });
  // What is refused before anybody reads it never gets to the end of `rest`.
  content.once('close', () => void reader.cancel().catch(() => undefined));
  return { content, sizeBytes, problem: () => problem };
}

/** Told by every browser for a file, and what GHL is told in turn. */
function lengthOf(request: Request): number {
  const text = request.headers.get('content-length');
  if (!text || !/^\d{1,15}$/.test(text)) {
    throw new AppError('bad_request', { message: 'The request must say how long the file is.' });
  }
  return Number(text);
}

/** Enough to judge it by; a shorter file is all of it. */
async function readHead(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < judgedBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.byteLength;
  }
  return Buffer.concat(chunks);
}

/** Not a fault of ours: whoever sent it has gone, or their line has. */
export function brokenOff(): AppError {
  return new AppError('bad_request', { message: 'The file did not arrive whole. Try it again.' });
}
