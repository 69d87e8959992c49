import { isAttribution } from './quoted-part';

/** A plain mail in what is new and the earlier mails it carries along. All of it is new when else nothing were left. */
export function splitQuotedText(text: string): { fresh: string; quoted: string | null } {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((_line, index) => startsQuote(lines, index));
  const fresh = lines.slice(0, Math.max(0, start)).join('\n').trimEnd();
  if (start < 0 || fresh.trim() === '') return { fresh: text, quoted: null };
  return { fresh, quoted: lines.slice(start).join('\n').trim() };
}

function startsQuote(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  const next = lines[index + 1] ?? '';
  if (/^-{2,} ?Original Message ?-{2,}\s*$/i.test(line)) return true;
  if (/^(?:From|Von|De): /.test(line) && /^(?:Sent|Date|Gesendet|Envoyé): /.test(next)) return true;
  // Mail programs break "On … wrote:" over two lines.
  if (isAttribution(line) || (/^(?:On|Am|Le) /.test(line) && isAttribution(`${line} ${next}`))) return true;
  return (
    line.startsWith('>') && lines.slice(index).every((later) => later.startsWith('>') || later.trim() === '')
  );
}
