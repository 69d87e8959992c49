import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/server/http/app-error';

/** list: by GHL's own order. tied: inside a group too large for that. end: nothing is left of it. */
export type PartState = 'list' | 'tied' | 'end';
/** Where a list of several searches stands: the last time given, and the rows of that very time. */
export type MergedPlace = {
  edge: number;
  given: Given;
  parts: PartState[];
  /** How many the searches that ended held. */
  ended: number;
};

const states: readonly PartState[] = ['list', 'tied', 'end'];
const placeSchema = z.strictObject({
  edge: z.int(),
  parts: z.string().regex(/^[012]{1,100}$/),
  ended: z.int().nonnegative(),
  of: z.string(),
});

/** Of an id: among thousands no two are alike but once in a million lists. */
const printBytes = 5;
/** Of a cursor, which must fit into an address. */
const maxGiven = 1_700;

/** Ids as short prints: five hundred of GHL's would not fit into an address. */
export class Given {
  readonly prints: ReadonlySet<string>;
  constructor(prints: Iterable<string>) {
    this.prints = new Set(prints);
  }
  static read(key: string): Given {
    const hex = Buffer.from(key, 'base64url').toString('hex');
    return new Given(hex.match(new RegExp(`.{${printBytes * 2}}`, 'g')) ?? []);
  }
  get size(): number {
    return this.prints.size;
  }
  get isFull(): boolean {
    return this.size > maxGiven;
  }
  has(id: string): boolean {
    return this.prints.has(printOf(id));
  }
  with(ids: readonly string[]): Given {
    return new Given([...this.prints, ...ids.map(printOf)]);
  }
  /** All of them as one text. */
  get key(): string {
    return Buffer.from([...this.prints].join(''), 'hex').toString('base64url');
  }
}

/** The place as one opaque text, for this very list alone. */
export function writePlace({ edge, given, parts, ended }: MergedPlace, of: string): string {
  const place = { edge, parts: parts.map((part) => states.indexOf(part)).join(''), ended, of };
  return `${Buffer.from(JSON.stringify(place)).toString('base64url')}.${given.key}`;
}

export function readPlace(cursor: string, of: string, count: number): MergedPlace {
  const [head = '', prints = ''] = cursor.split('.');
  const { data } = placeSchema.safeParse(decoded(head));
  if (data?.of === of && data.parts.length === count) {
    const parts = [...data.parts].map((digit) => states[Number(digit)] ?? 'end');
    return { edge: data.edge, given: Given.read(prints), parts, ended: data.ended };
  }
  throw new AppError('bad_request', {
    message: 'The place in the list is not known any more. Start at the top.',
  });
}

function printOf(id: string): string {
  return createHash('sha256')
    .update(id)
    .digest('hex')
    .slice(0, printBytes * 2);
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
