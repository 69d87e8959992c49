import 'server-only';

/** Reading of bodies and queries that came over the wire: every value is unknown until one of these took it. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function textsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string');
  return texts.length === value.length ? texts : undefined;
}

/** Takes messages in Nest's wording, one for each field that is wrong, and keeps them for a 422. */
export class FieldCheck {
  readonly messages: string[] = [];
  readonly #source: Record<string, unknown>;

  constructor(source: Record<string, unknown>) {
    this.#source = source;
  }

  text(field: string, required = false): string | undefined {
    const value = this.#source[field];
    if (value === undefined || value === null) {
      if (required) this.messages.push(`${field} should not be empty`, `${field} must be a string`);
      return undefined;
    }
    if (typeof value !== 'string') {
      this.messages.push(`${field} must be a string`);
      return undefined;
    }
    if (required && value.trim() === '') this.messages.push(`${field} should not be empty`);
    return value;
  }

  requiredText(field: string): string {
    return this.text(field, true) ?? '';
  }

  number(field: string): number | undefined {
    const value = this.#source[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.messages.push(`${field} must be a number conforming to the specified constraints`);
    return undefined;
  }

  boolean(field: string): boolean | undefined {
    const value = this.#source[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    this.messages.push(`${field} must be a boolean value`);
    return undefined;
  }

  texts(field: string): string[] | undefined {
    const value = this.#source[field];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) {
      this.messages.push(`${field} must be an array`);
      return undefined;
    }
    const texts = textsOf(value);
    if (texts === undefined) this.messages.push(`each value in ${field} must be a string`);
    return texts;
  }
}
