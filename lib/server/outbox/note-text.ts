import 'server-only';

/** What a comment says as a note: a note mentions nobody and carries no file, so names stay and each file is a line. */
export function noteText(comment: string, attachmentUrls: readonly string[]): string {
  return [comment.replace(/<userId>[^<]*<\/userId>/g, ''), ...attachmentUrls].filter(Boolean).join('\n');
}

/** Whether a note is what became of a comment, whatever files came along. */
export function isNoteOf(note: string, comment: string): boolean {
  const written = noteText(comment, []).trim();
  const [found, wanted] = [note.trim(), `${written}\n`];
  return found === written || found.startsWith(wanted);
}
