import { apiPaths } from '@/lib/shared/paths';
import type { SandboxDriver } from './sandbox';

/** Puts a file where GHL keeps those of its messages; answers its address there. */
export async function keepFile(
  sandbox: SandboxDriver,
  { token }: { token: string },
  conversationId: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const form = new FormData();
  form.set('conversationId', conversationId);
  form.set('fileAttachment', new Blob([file.bytes]), file.name);
  const answer = await fetch(`${sandbox.url}/conversations/messages/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, version: '2021-04-15' },
    body: form,
  });
  const { uploadedFiles } = (await answer.json()) as { uploadedFiles: Record<string, string> };
  const [url] = Object.values(uploadedFiles);
  if (!url) throw new Error(`The sandbox keeps no ${file.name}: ${answer.status}`);
  return url;
}

/** A conversation of the location, by the name of its contact. */
export async function conversationOf(
  request: { get(path: string): Promise<{ json(): Promise<unknown> }> },
  locationId: string,
  name: string,
): Promise<string> {
  const answer = await request.get(`${apiPaths.conversations(locationId)}?q=${encodeURIComponent(name)}`);
  const { conversations } = (await answer.json()) as { conversations: { id: string }[] };
  const [first] = conversations;
  if (!first) throw new Error(`There is no conversation with ${name}`);
  return first.id;
}

/** So many seconds of silence, 8000 bytes each. */
export function silence(seconds: number): Uint8Array<ArrayBuffer> {
  const rate = 8000;
  const sound = new Uint8Array(44 + seconds * rate).fill(128, 44);
  const view = new DataView(sound.buffer);
  const write = (at: number, text: string) => {
    for (const [index, sign] of [...text].entries()) view.setUint8(at + index, sign.charCodeAt(0));
  };
  write(0, 'RIFF');
  view.setUint32(4, sound.length - 8, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  // Plain samples, one channel, 8 bits.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, seconds * rate, true);
  return sound;
}
