import 'server-only';
import { z } from 'zod';
import { type Subtype, subtypeChannels } from '@/lib/shared/contract/subtype';
import { withoutRepeats } from './unreadable';
import { isRecord, wireAny, wireFlag, wireId, wireText } from './wire';

const subtypeWireSchema = z.object({
  id: wireId,
  _id: wireId,
  subtypeId: wireId,
  subtype_id: wireId,
  customSubtypeId: wireId,
  name: wireText,
  subtypeName: wireText,
  subtype_name: wireText,
  title: wireText,
  description: wireText,
  channel: wireText,
  language: wireText,
  languageCode: wireText,
  archived: wireFlag,
  isArchived: wireFlag,
  is_archived: wireFlag,
  archivedAt: wireAny,
  status: wireText,
  deleted: wireFlag,
});

type Found = { row: Record<string, unknown>; channel: string | null };
export type ReadSubtypes = { subtypes: Subtype[]; unreadable: number };

/** As deep as an envelope in an envelope, by channel. */
const maxDepth = 4;

/**
 * The types of an answer whose form nobody has recorded (CONTRACT 1.9): a bare list, a list under any key, one list a
 * channel, or a map by id, in up to two envelopes. Null when the answer holds no list of any kind.
 */
export function readSubtypes(answer: unknown): ReadSubtypes | null {
  const found = rowsOf(answer, null, maxDepth);
  if (found === null) return null;
  const read = found.map(({ row, channel }) => readSubtype(row, channel));
  const subtypes = read.filter((subtype) => subtype !== null && subtype !== 'deleted');
  return {
    subtypes: withoutRepeats(subtypes),
    unreadable: read.filter((subtype) => subtype === null).length,
  };
}

function rowsOf(value: unknown, channel: string | null, depth: number): Found[] | null {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => ({ row: isRecord(item) ? item : {}, channel }));
  }
  if (!isRecord(value) || depth === 0) return null;
  const inner = Object.entries(value).flatMap(([key, item]): Found[][] => {
    if (isRecord(item) && looksLikeSubtype(item))
      return [[{ row: { ...item, id: item.id ?? item._id ?? key }, channel }]];
    // A list of texts is about something else: warnings, scopes.
    if (Array.isArray(item) && item.length > 0 && !item.some(isRecord)) return [];
    const rows = rowsOf(item, channelOf(key) ?? channel, depth - 1);
    return rows === null ? [] : [rows];
  });
  return inner.length === 0 ? null : inner.flat();
}

function looksLikeSubtype(row: Record<string, unknown>): boolean {
  return typeof row.name === 'string' && ('channel' in row || 'language' in row || 'archived' in row);
}

/** Null when it has no id or no name: nobody could tell which type it is. */
function readSubtype(row: Record<string, unknown>, groupChannel: string | null): Subtype | null | 'deleted' {
  const { data } = subtypeWireSchema.safeParse(row);
  if (!data) return null;
  if (data.deleted) return 'deleted';
  const id = data.id ?? data._id ?? data.subtypeId ?? data.subtype_id ?? data.customSubtypeId;
  const name = data.name ?? data.subtypeName ?? data.subtype_name ?? data.title;
  if (!id || !name) return null;
  return {
    id,
    name,
    description: data.description,
    channel: channelOf(data.channel ?? '') ?? channelOf(groupChannel ?? ''),
    language: data.language ?? data.languageCode,
    isArchived:
      data.archived ||
      data.isArchived ||
      data.is_archived ||
      wireText.parse(data.archivedAt) !== null ||
      data.status?.toLowerCase() === 'archived',
  };
}

function channelOf(word: string): Subtype['channel'] {
  return subtypeChannels.find((channel) => channel === word.toLowerCase()) ?? null;
}
