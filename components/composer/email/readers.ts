import { lineOf } from '@/lib/client/reader-line';
import type { Email } from '@/lib/shared/contract/message';

const separator = /[,;\r\n]+/;

/** A line of readers as people type and paste it: addresses alone, or with a name before them. */
export function parseAddresses(line: string): { addresses: string[]; wrong: string[] } {
  const parts = readersIn(line);
  return { addresses: parts.filter(isAddress), wrong: parts.filter((part) => !isAddress(part)) };
}

/** What is one reader each, in the order of writing, each once. Of `Ana <ana@x.example>` the address. */
export function readersIn(line: string): string[] {
  const parts = line
    // Names such as "Okafor, Ana" hold what else parts two readers.
    .replace(/"[^"\r\n]*"\s*(?=<)/g, '')
    .split(separator)
    .map((part) => addressOf(part))
    .filter(Boolean);
  return parts.filter((part, index) => parts.findIndex((other) => isSame(other, part)) === index);
}

export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text);
}

export function addressOf(reader: string): string {
  return (/<([^<>]+)>/.exec(reader)?.[1] ?? reader).trim();
}

/** The name before an address, as its mail gives it; empty where it gives none. */
export function nameOf(reader: string): string {
  return reader
    .replace(/<[^<>]*>\s*$/, '')
    .replace(/^\s*"|"\s*$/g, '')
    .trim();
}

export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A line is what is finished, each with its comma, and then what is being typed. */
export function splitLine(line: string): { finished: string[]; typed: string } {
  const at = Math.max(line.lastIndexOf(','), line.lastIndexOf(';'), line.lastIndexOf('\n'));
  return { finished: readersIn(line.slice(0, at + 1)), typed: line.slice(at + 1).replace(/^\s+/, '') };
}

/** What was typed becomes a reader among the others. */
export function finishedLine(line: string): string {
  return lineOf(readersIn(line));
}

type Known = {
  /** All addresses of the contact: GHL sends to one of them by itself. */
  contact: readonly string[];
  /** Those of the location and its users. */
  own: readonly string[];
};

/**
 * Who else is in a mail: whoever wrote it and whoever else got it, but for the contact and ourselves. A mail of theirs
 * to one address alone came to us by it, whatever it is called.
 */
export function otherReaders(mail: Pick<Email, 'from' | 'to' | 'cc' | 'direction'>, known: Known): string[] {
  const isOurs = mail.direction !== 'outbound' && mail.to.length === 1;
  const all = [mail.from ?? '', ...(isOurs ? [] : mail.to), ...mail.cc].map(addressOf).filter(isAddress);
  const left =
    mail.direction === 'outbound' ? all.filter((one) => !isSame(one, addressOf(mail.from ?? ''))) : all;
  return left.filter(
    (address, index) =>
      left.findIndex((other) => isSame(other, address)) === index &&
      ![...known.contact, ...known.own].some((other) => isSame(other, address)),
  );
}

/** Those of `readers` that stand in none of the lines yet. */
export function missingFrom(readers: readonly string[], ...lines: string[]): string[] {
  const there = lines.flatMap(readersIn);
  return readers.filter((reader) => !there.some((other) => isSame(other, reader)));
}

export function withoutReaders(line: string, readers: readonly string[]): string {
  return lineOf(readersIn(line).filter((reader) => !readers.some((other) => isSame(other, reader))));
}
