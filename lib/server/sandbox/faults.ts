import 'server-only';

export const faultKinds = [
  'respond',
  'delay',
  'reset-before',
  'reset-after',
  'reset-mid-body',
  'bad-json',
] as const;

type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  /** An operationId, or '*' for every operation. */
  operation: string;
  kind: FaultKind;
  status: number;
  body: unknown;
  headers: Record<string, string>;
  delayMs: number;
  applyEffect: boolean;
};

/** The faults that were ordered for a location, used up first come, first served. */
export class FaultList {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault, count: number): void {
    this.#waiting.push({ fault, left: count });
  }

  clear(): void {
    this.#waiting = [];
  }

  take(operation: string): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => fault.operation === operation || fault.operation === '*');
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== entry);
    return entry.fault;
  }
}
