import 'server-only';
import type { LocationState } from './location-state';
import type { FileRecord } from './records';

/** The kinds GHL takes (CONTRACT 1.7). */
const contentTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

export function contentTypeOf(name: string): string | undefined {
  return contentTypes[name.split('.').at(-1)?.toLowerCase() ?? ''];
}

export function addFile(location: LocationState, file: Omit<FileRecord, 'id'>): FileRecord {
  const record = { id: location.newId(), ...file };
  location.files.set(record.id, record);
  return record;
}

/** Served without a token, as the public bucket of GHL's own attachments is. */
export function fileUrl(baseUrl: string, locationId: string, file: FileRecord): string {
  return `${baseUrl}/files/${locationId}/${file.id}/${encodeURIComponent(file.name)}`;
}
