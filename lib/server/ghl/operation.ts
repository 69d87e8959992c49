import 'server-only';

export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  version: '2021-04-15' | '2021-07-28';
  /** Null: GHL asks for no scope, only for the credentials of an app. */
  scope: string | null;
  isSafeToRepeat: boolean;
};

/** `Version` goes by endpoint: this one for conversations, the other for the rest (CONTRACT 1.14). */
export const conversations = '2021-04-15';
export const others = '2021-07-28';

export function read(
  path: Operation['path'],
  version: Operation['version'],
  scope: string | null,
): Operation {
  return { method: 'GET', path, version, scope, isSafeToRepeat: true };
}

/** Also for reads that are no GET: only GET is ever repeated. */
export function write(
  method: 'POST' | 'PUT' | 'DELETE',
  path: Operation['path'],
  version: Operation['version'],
  scope: string | null,
): Operation {
  return { method, path, version, scope, isSafeToRepeat: false };
}
