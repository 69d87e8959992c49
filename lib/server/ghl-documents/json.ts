import 'server-only';

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one. */
export function objectIn(value: unknown, key: string): Json {
  const inner = isJson(value) ? value[key] : undefined;
  return isJson(inner) ? inner : {};
}

export function listIn(value: unknown, key: string): unknown[] {
  const inner = isJson(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}
