import 'server-only';
import { booleanOf, numberOf, textOf, textsOf } from './fields';

/** A control that cannot be done. `message` names the field. */
export class ControlRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ControlRefusal';
    this.status = status;
  }
}

function take<T>(
  body: Record<string, unknown>,
  field: string,
  read: (value: unknown) => T | undefined,
  kind: string,
): T | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const taken = read(value);
  if (taken === undefined) throw new ControlRefusal(400, `${field} must be ${kind}`);
  return taken;
}

export function takeText(body: Record<string, unknown>, field: string): string | undefined {
  return take(body, field, textOf, 'a string');
}

export function takeTexts(body: Record<string, unknown>, field: string): string[] | undefined {
  return take(body, field, textsOf, 'an array of strings');
}

export function takeBoolean(body: Record<string, unknown>, field: string): boolean | undefined {
  return take(body, field, booleanOf, 'true or false');
}

/** A whole number of zero or more: counts and milliseconds. */
export function takeCount(body: Record<string, unknown>, field: string): number | undefined {
  return take(
    body,
    field,
    (value) => {
      const number = numberOf(value);
      return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
    },
    'a whole number of 0 or more',
  );
}

export function requireCount(body: Record<string, unknown>, field: string): number {
  const value = takeCount(body, field);
  if (value === undefined) throw new ControlRefusal(400, `${field} is missing`);
  return value;
}

export function requireBoolean(body: Record<string, unknown>, field: string): boolean {
  const value = takeBoolean(body, field);
  if (value === undefined) throw new ControlRefusal(400, `${field} is missing`);
  return value;
}

/** A control with a mistyped field would silently test nothing, so unknown fields are refused. */
export function refuseUnknownFields(body: Record<string, unknown>, known: string[]): void {
  const unknown = Object.keys(body).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    throw new ControlRefusal(400, `${unknown} is not a field of this control (it has: ${known.join(', ')})`);
  }
}
