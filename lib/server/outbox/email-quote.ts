import 'server-only';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import { getEmail } from '@/lib/server/ghl/emails';
import { GhlError } from '@/lib/server/ghl/errors';
import { getLocation } from '@/lib/server/ghl/locations';
import type { Email } from '@/lib/shared/contract/message';
import type { Quote } from '@/lib/shared/contract/quote';
import type { RichBlock, RichText } from '@/lib/shared/contract/rich-text';
import { paragraphOf } from '@/lib/shared/rich-text';
import { htmlToRich } from './html-to-rich';
import { RichBuilder } from './rich-builder';

type QuotedMail = Pick<Email, 'html' | 'text' | 'from' | 'at'>;

/** Read anew by its id: what a browser says of the mail counts for nothing. */
export async function quoteOfEmail(
  ghl: GhlClient,
  emailId: string,
  options: ReadOptions = {},
): Promise<Quote> {
  const [mail, timeZone] = await Promise.all([getEmail(ghl, emailId, options), zoneOf(ghl, options)]);
  return quoteOf(mail, timeZone);
}

async function zoneOf(ghl: GhlClient, options: ReadOptions): Promise<string | null> {
  try {
    return (await getLocation(ghl, options)).timezone;
  } catch (error) {
    // A token without the right to read the location can still answer mails.
    if (error instanceof GhlError) return null;
    throw error;
  }
}

/**
 * What stands beneath an answer: who wrote it and when, and the mail as far back as it quotes itself. `timeZone` is the
 * location's, as every other time that customers are told.
 */
export function quoteOf(mail: QuotedMail, timeZone: string | null): Quote {
  const body = mail.html === null ? quotedText(mail.text ?? '') : htmlToRich(mail.html);
  return { attribution: attributionOf(mail, timeZone), body };
}

export function quoteBlocks({ attribution, body }: Quote): RichBlock[] {
  return [paragraphOf(''), paragraphOf(attribution), { type: 'blockquote', content: body.content }];
}

/** English, like the programs that fold it away know it best. */
function attributionOf({ from, at }: QuotedMail, timeZone: string | null): string {
  const who = (from ?? '').replace(/\s+/g, ' ').trim().slice(0, 320) || 'somebody';
  if (at === null) return `${who} wrote:`;
  return `On ${timeWords(at, timeZone ?? 'UTC')}, ${who} wrote:`;
}

function timeWords(at: number, timeZone: string): string {
  const form = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;
  try {
    const day = new Intl.DateTimeFormat('en-GB', { ...form, timeZone }).format(at);
    return `${day} at ${new Intl.DateTimeFormat('en-GB', { ...clock, timeZone }).format(at)}`;
  } catch {
    // A zone that this machine does not know.
    return timeZone === 'UTC' ? new Date(at).toISOString() : timeWords(at, 'UTC');
  }
}

/** The `>` of a plain mail are quotes within the quote. */
function quotedText(text: string): RichText {
  const builder = new RichBuilder();
  let depth = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (builder.isFull) break;
    const [, marks = '', rest = ''] = /^((?:> ?)*)(.*)$/.exec(line) ?? [];
    const wanted = marks.replaceAll(' ', '').length;
    for (; depth < Math.min(wanted, maxTextDepth); depth++) builder.open('blockquote');
    for (; depth > wanted; depth--) builder.close('blockquote');
    builder.lines(rest, []);
    builder.lineBreak();
  }
  return builder.done(false);
}

const maxTextDepth = 5;
