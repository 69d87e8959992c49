import 'server-only';
import fc from 'fast-check';

/** What GHL might put into any field, or in place of a whole answer. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, '', ' ', '0', 0, -1, 1e15, true, false, [], {}, [[]], [{}]),
  fc.constantFrom<unknown>({ seconds: 'x' }, { _seconds: '1784283629' }, Number.NaN, 'TYPE_', '1e999'),
  fc.anything(),
  fc.string(),
);

/** The sample with up to four of its fields, at any depth, dropped, added or made into something strange. */
export function mutants(sample: unknown, to = strange): fc.Arbitrary<unknown> {
  const place = fc.constantFrom(...paths(sample));
  const added = fc.tuple(place, fc.string()).map(([path, key]) => [...path.slice(0, -1), key]);
  return fc
    .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: place }, { weight: 1, arbitrary: added }), to), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce<unknown>((value, [path, thing]) => {
        const holder = path.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], value);
        return typeof holder === 'object' && holder !== null ? changed(value, path, thing) : value;
      }, sample),
    );
}

function paths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...paths(inner).map((rest) => [key, ...rest]),
  ]);
}

function changed(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  // JSON cannot say how long a list is.
  if (Array.isArray(copy) && key === 'length') return copy;
  if (rest.length === 0 && to === undefined) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, changed(Reflect.get(copy, key), rest, to));
  return copy;
}
