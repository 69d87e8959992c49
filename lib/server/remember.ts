import 'server-only';

/**
 * One value a process. Next bundles routes, pages and instrumentation as separate module graphs, so a module
 * variable would exist several times; `globalThis` exists once.
 */
export function remember<T>(name: string, make: () => T): T {
  const key = Symbol.for(`parley.${name}`);
  const known = Reflect.get(globalThis, key) as { value: T } | undefined;
  if (known) return known.value;
  const value = make();
  Reflect.set(globalThis, key, { value });
  return value;
}

export function forget(name: string): void {
  Reflect.deleteProperty(globalThis, Symbol.for(`parley.${name}`));
}
