import 'server-only';

/** Which call an error belongs to. `path` is the template: an error never holds an id, a query or a token. */
export type CallInfo = { operation: string; method: string; path: string };

const kindsKey = Symbol.for('parley.ghl-error-kinds');

/**
 * Everything that can go wrong with a call to GHL. `instanceof` goes by `kind`: Next bundles pages and routes apart, so
 * an error thrown by the client that one of them made is, to the other, of a class of the same text and another identity.
 */
export class GhlError extends Error {
  static readonly kind: string = 'GhlError';
  readonly operation: string;
  readonly method: string;
  readonly path: string;

  constructor(call: CallInfo, message: string, options?: { cause?: unknown }) {
    super(`${call.operation}: ${message}`, options);
    this.name = new.target.kind;
    Object.defineProperty(this, kindsKey, { value: kindsOf(new.target) });
    this.operation = call.operation;
    this.method = call.method;
    this.path = call.path;
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    const kinds: unknown = value instanceof Error ? Reflect.get(value, kindsKey) : null;
    // biome-ignore lint/complexity/noThisInStatic: each class asks for its own kind.
    return Array.isArray(kinds) && kinds.includes(this.kind);
  }
}

/** The kind of a class and of those it extends. */
function kindsOf(errorClass: typeof GhlError): string[] {
  const parent: unknown = Object.getPrototypeOf(errorClass);
  const above = typeof parent === 'function' && 'kind' in parent ? kindsOf(parent as typeof GhlError) : [];
  return [errorClass.kind, ...above];
}

/** An id that does not have the form of one. Nothing was asked. */
export class GhlIdError extends GhlError {
  static override readonly kind: string = 'GhlIdError';
  constructor(call: CallInfo, parameter: string) {
    super(call, `${parameter} is not an id`);
  }
}

/** A cursor that was not made by us for this list. Nothing was asked. */
export class GhlCursorError extends GhlError {
  static override readonly kind: string = 'GhlCursorError';
  constructor(call: CallInfo) {
    super(call, 'the cursor does not belong to this list');
  }
}

/** A cursor that GHL does not take any more: those of an export live some two minutes (CONTRACT 1.11). */
export class GhlCursorExpiredError extends GhlError {
  static override readonly kind: string = 'GhlCursorExpiredError';
  constructor(call: CallInfo, options: { cause: unknown }) {
    super(call, 'the cursor is not valid any more', options);
  }
}

/** A channel that the contact blocked by an answer of their own. GHL lets nobody undo that, so nothing was asked. */
export class GhlOptedOutError extends GhlError {
  static override readonly kind: string = 'GhlOptedOutError';
  constructor(
    call: CallInfo,
    readonly channel: string,
  ) {
    super(call, `the contact opted out of ${channel}`);
  }
}

/**
 * What a 401 or 403 is about. `scope`: a right is missing, refreshing does not help. `token`: it is not valid any
 * more. `version`: our mistake. `location`: the token belongs elsewhere (CONTRACT 1.12).
 */
export type RefusalKind = 'scope' | 'token' | 'version' | 'location' | 'other';

type HttpErrorDetail = {
  status: number;
  kind: RefusalKind;
  ghlMessage: string | null;
  bodyStatus: number | null;
  traceId: string | null;
  retryAfterMs: number | null;
};

/** GHL answered, and not with a success. */
export class GhlHttpError extends GhlError {
  static override readonly kind: string = 'GhlHttpError';
  readonly status: number;
  readonly kind: RefusalKind;
  /** The status the body claims; now and then another one (CONTRACT 1.12). `status` is what counts. */
  readonly bodyStatus: number | null;
  readonly traceId: string | null;
  /** How long GHL asks to wait, already bounded. */
  readonly retryAfterMs: number | null;
  // Private, so that printing the error does not print what GHL wrote about somebody.
  readonly #ghlMessage: string | null;

  constructor(call: CallInfo, detail: HttpErrorDetail) {
    super(call, `GHL answered ${detail.status}`);
    this.status = detail.status;
    this.kind = detail.kind;
    this.bodyStatus = detail.bodyStatus;
    this.traceId = detail.traceId;
    this.retryAfterMs = detail.retryAfterMs;
    this.#ghlMessage = detail.ghlMessage;
  }

  /** GHL's own words as one text; null when it gave none. For people only through `messageForPeople`. */
  get ghlMessage(): string | null {
    return this.#ghlMessage;
  }
}

/** The call broke below HTTP. */
export class GhlNetworkError extends GhlError {
  static override readonly kind: string = 'GhlNetworkError';
  /** Whether bytes of the request may have left. False only when that is certain. */
  readonly wasWritten: boolean;

  constructor(call: CallInfo, detail: { wasWritten: boolean; cause: unknown }) {
    super(call, detail.wasWritten ? 'the connection broke' : 'GHL could not be reached', detail);
    this.wasWritten = detail.wasWritten;
  }
}

/** No answer, or not the whole of it, in time. */
export class GhlTimeoutError extends GhlError {
  static override readonly kind: string = 'GhlTimeoutError';
  readonly wasWritten: boolean;

  constructor(call: CallInfo, detail: { wasWritten: boolean; cause?: unknown }) {
    super(call, 'GHL did not answer in time', detail);
    this.wasWritten = detail.wasWritten;
  }
}

/** A success whose body is not what it must be. `field` is the place in it; its value is never kept. */
export class GhlShapeError extends GhlError {
  static override readonly kind: string = 'GhlShapeError';
  readonly field: string;
  readonly traceId: string | null;

  constructor(call: CallInfo, detail: { field: string; traceId?: string | null }) {
    super(call, `the answer cannot be read at ${detail.field}`);
    this.field = detail.field;
    this.traceId = detail.traceId ?? null;
  }
}

/** Not asked: the location's budget of calls is used up, or GHL told it to wait. */
export class GhlBudgetError extends GhlError {
  static override readonly kind: string = 'GhlBudgetError';
  readonly reason: 'busy' | 'frozen' | 'daily';
  readonly retryAfterMs: number;

  constructor(call: CallInfo, detail: { reason: 'busy' | 'frozen' | 'daily'; retryAfterMs: number }) {
    super(call, `not asked, the budget of calls is used up (${detail.reason})`);
    this.reason = detail.reason;
    this.retryAfterMs = detail.retryAfterMs;
  }
}

/** The most of GHL's words that a person is shown. */
const maxPeopleLength = 300;

/** GHL's message as people may see it: one line, short, without addresses or anything invisible. */
export function messageForPeople(ghlMessage: string): string {
  const plain = ghlMessage
    // Bounded before the patterns run over it: a refusal may be a whole page.
    .slice(0, 4000)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/\S*|\bwww\.\S*/gi, '…')
    .replace(/[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > maxPeopleLength ? `${plain.slice(0, maxPeopleLength - 1).trimEnd()}…` : plain;
}
