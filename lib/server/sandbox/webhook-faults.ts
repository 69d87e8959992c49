import 'server-only';

export const webhookFaultKinds = ['drop', 'duplicate', 'delay', 'reorder', 'bad-signature'] as const;

export type WebhookFault = {
  kind: (typeof webhookFaultKinds)[number];
  /** A webhook type, or '*' for all. */
  event: string;
  /** undefined for events of any location. */
  locationId?: string;
  delayMs: number;
};

type Order = WebhookFault & { left: number };

/** The faults ordered for webhooks, used up first come, first served. */
export class WebhookFaults {
  #waiting: Order[] = [];

  add(fault: WebhookFault, count: number): void {
    this.#waiting.push({ ...fault, left: count });
  }

  clear(locationId?: string): void {
    this.#waiting = this.#waiting.filter(
      (order) => locationId !== undefined && order.locationId !== locationId,
    );
  }

  isWaiting(fault: object): boolean {
    return this.#waiting.some((order) => order === fault);
  }

  /** The fault that meets this event. `isLast` says that its order is used up: what a reorder waits for. */
  take(event: string, locationId: string | undefined): { fault: WebhookFault; isLast: boolean } | undefined {
    const order = this.#waiting.find(
      (candidate) =>
        (candidate.event === '*' || candidate.event === event) &&
        (candidate.locationId === undefined || candidate.locationId === locationId),
    );
    if (!order) return undefined;
    order.left -= 1;
    const isLast = order.left <= 0;
    if (isLast) this.#waiting = this.#waiting.filter((other) => other !== order);
    return { fault: order, isLast };
  }
}
