import 'server-only';
import { unprocessable } from './refusal';

const channels: Record<string, (messageType: string) => boolean> = {
  Call: (type) => type.endsWith('CALL') || type.endsWith('VOICEMAIL'),
  SMS: (type) => type.includes('SMS') && type !== 'TYPE_SMS_REACTION',
  Email: isEmail,
  WhatsApp: (type) => type === 'TYPE_WHATSAPP',
  Instagram: (type) => type.startsWith('TYPE_INSTAGRAM'),
  Facebook: (type) => type.includes('FACEBOOK'),
};
const smallestPage = 10;
const usualPage = 100;
const largestPage = 500;

export type ExportQuery = {
  limit: number;
  sortBy: 'createdAt' | 'updatedAt';
  sortOrder: 'asc' | 'desc';
  conversationId?: string;
  contactId?: string;
  startAt: number;
  endAt: number;
  cursor?: string;
  isWanted: (messageType: string) => boolean;
};

/** CONTRACT 1.11. Without a channel everything but email is wanted. */
export function readExportQuery(query: URLSearchParams): ExportQuery {
  const messages: string[] = [];
  const oneOf = <T extends string>(field: string, known: readonly T[]): T | undefined => {
    const given = query.get(field);
    if (!given) return undefined;
    const value = known.find((word) => word === given);
    if (value === undefined) {
      messages.push(`${field} must be one of the following values: ${known.join(', ')}`);
    }
    return value;
  };
  const dateOf = (field: string): number | undefined => {
    const given = query.get(field);
    if (!given) return undefined;
    const date = /^\d+$/.test(given) ? Number(given) : Date.parse(given);
    if (Number.isNaN(date)) messages.push(`${field} must be a valid date`);
    return date;
  };
  const limit = Number(query.get('limit') || usualPage);
  if (!Number.isInteger(limit)) messages.push('limit must be an integer number');
  else if (limit < smallestPage) messages.push(`limit must not be less than ${smallestPage}`);
  else if (limit > largestPage) messages.push(`limit must not be greater than ${largestPage}`);
  const channel = oneOf('channel', Object.keys(channels));
  const read: ExportQuery = {
    limit,
    sortBy: oneOf('sortBy', ['createdAt', 'updatedAt']) ?? 'createdAt',
    sortOrder: oneOf('sortOrder', ['asc', 'desc']) ?? 'desc',
    conversationId: query.get('conversationId') || undefined,
    contactId: query.get('contactId') || undefined,
    startAt: dateOf('startDate') ?? Number.NEGATIVE_INFINITY,
    endAt: dateOf('endDate') ?? Number.POSITIVE_INFINITY,
    cursor: query.get('cursor') || undefined,
    isWanted: channels[channel ?? ''] ?? ((type) => !isEmail(type)),
  };
  if (messages.length > 0) throw unprocessable(messages);
  return read;
}

/** By the whole word: a VOICEMAIL ends in EMAIL too. */
function isEmail(messageType: string): boolean {
  return messageType.endsWith('_EMAIL');
}
