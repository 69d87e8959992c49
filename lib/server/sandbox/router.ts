import 'server-only';
import type { Operation } from './call';
import { operations } from './operations';

export type Match = { operation: Operation; params: Record<string, string> };

const routes = operations.map((operation) => ({ operation, segments: segmentsOf(operation.path) }));

/**
 * Words that are paths of their own in GHL. Without this list `/conversations/preferences` and its like would be
 * taken for a conversation with that id.
 */
const reservedWords = new Set([
  'search',
  'messages',
  'preferences',
  'providers',
  'locations',
  'export',
  'upsert',
]);

/** A slash at the end is tolerated, as GHL does. */
export function matchOperation(method: string, path: string): Match | undefined {
  const segments = segmentsOf(path);
  for (const { operation, segments: wanted } of routes) {
    if (operation.method !== method || wanted.length !== segments.length) continue;
    const params = paramsOf(wanted, segments);
    if (params) return { operation, params };
  }
  return undefined;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function paramsOf(wanted: string[], given: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined;
      continue;
    }
    if (reservedWords.has(value)) return undefined;
    const decoded = decode(value);
    if (decoded === undefined) return undefined;
    params[segment.slice(1, -1)] = decoded;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken escape is a path nobody has: the caller answers 404.
    return undefined;
  }
}
