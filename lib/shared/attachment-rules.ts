import type { SendChannel } from '@/lib/shared/contract/send';

/** What GHL's upload takes (CONTRACT 1.7), by file ending. */
const allowedEndings = [
  'jpg',
  'jpeg',
  'png',
  'mp4',
  'mpeg',
  'zip',
  'rar',
  'pdf',
  'doc',
  'docx',
  'txt',
  'mp3',
  'wav',
] as const;

/** GHL documents 5 MB for everything but WhatsApp. */
export const maxUploadBytes = 5 * 1024 * 1024;
/** Only by a signed address, and only where GHL gives one. */
export const maxWhatsAppUploadBytes = 100 * 1024 * 1024;
/** Carriers shrink or drop what is larger; GHL's own help names this size. */
const safeMmsBytes = 500 * 1024;

export const uploadAccept = allowedEndings.map((ending) => `.${ending}`).join(',');

/** How large a file may be on a channel. */
export function maxBytesOn(channel: SendChannel | null): number {
  return channel === 'WhatsApp' ? maxWhatsAppUploadBytes : maxUploadBytes;
}

/** What a channel takes no files at all says about it; null: it takes some. */
export function noFilesReason(channel: SendChannel): string | null {
  return channel === 'Review' ? 'A public reply to a review takes no files.' : null;
}

/** Worth saying before it is sent, and no reason not to send. */
export function filesNote(channel: SendChannel, files: readonly { sizeBytes: number }[]): string | null {
  const sum = files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
  if (channel !== 'SMS' || files.length === 0) return null;
  return sum > safeMmsBytes
    ? 'Sent as MMS. Over 500 KB: some phones get it smaller, or not at all.'
    : 'With a file: sent as MMS';
}

/** Why a file cannot be uploaded, in words for people; null when it can. Checked in the browser and on the server. */
export function uploadProblem(
  file: { name: string; sizeBytes: number },
  maxBytes = maxUploadBytes,
): string | null {
  const ending = fileEnding(file.name);
  if (!allowedEndings.some((allowed) => allowed === ending)) {
    return `GoHighLevel does not take ${ending ? `.${ending}` : 'such'} files. It takes ${allowedEndings.join(', ')}.`;
  }
  if (file.sizeBytes === 0) return 'The file is empty.';
  if (file.sizeBytes > maxBytes)
    return `The file is larger than ${maxBytes / 1024 / 1024} MB, the most that GoHighLevel takes.`;
  return null;
}

export function fileEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
