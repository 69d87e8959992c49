import 'server-only';
import { isRecord } from './wire';

/**
 * Where an answer holds something of another location; null when it holds nothing of the kind. Such an answer is
 * refused whole: it means that a token and a location have been mixed up. Only GHL's own rows are
 * looked at, not what people put into them: the answer, its objects and lists, and theirs one level down.
 */
export function foreignLocationField(answer: unknown, locationId: string): string | null {
  return fieldIn(answer, '', locationId, 2);
}

function fieldIn(value: unknown, path: string, locationId: string, levels: number): string | null {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = isRecord(item) ? ownField(item, `${path}.${index}`, locationId) : null;
      if (found) return found;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  const own = ownField(value, path, locationId);
  if (own || levels === 0) return own;
  for (const [key, item] of Object.entries(value)) {
    const found = fieldIn(item, path ? `${path}.${key}` : key, locationId, levels - 1);
    if (found) return found;
  }
  return null;
}

function ownField(row: Record<string, unknown>, path: string, locationId: string): string | null {
  const { locationId: other } = row;
  const isForeign = (typeof other === 'string' && other !== '') || typeof other === 'number';
  return isForeign && String(other) !== locationId ? `${path ? `${path}.` : ''}locationId` : null;
}
