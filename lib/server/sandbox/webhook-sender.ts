import 'server-only';
import { type KeyObject, randomUUID } from 'node:crypto';
import { type WebhookEntry, WebhookLog } from './logs';
import { type WebhookFault, WebhookFaults } from './webhook-faults';
import type { WebhookFields } from './webhook-payload';
import { type Parcel, postParcel } from './webhook-post';

/** "Retried up to 12 times" after the first attempt (CONTRACT 3.1). */
const maxAttempts = 13;
const defaultRetryBaseMs = 1_000;
const maxRetryMs = 600_000;
/** More than this many waiting ones are not kept: a receiver that is away must not fill the memory. */
const maxPending = 10_000;

export type WebhookApp = { appId: string; versionId: string };

/**
 * Posts events to the addresses it was given, beside the API and never in its way. The events of one location go out one
 * after another; retries join the end, so a receiver sees disorder only after a failure or a fault.
 */
export class WebhookSender {
  /** For every location without an address of its own, and for INSTALL and UNINSTALL (CONTRACT 3.1). */
  url: string | undefined;
  retryBaseMs = defaultRetryBaseMs;
  log = new WebhookLog();

  readonly #app: WebhookApp;
  readonly #key: KeyObject;
  readonly #now: () => number;
  readonly #faults = new WebhookFaults();
  readonly #urls = new Map<string, string | null>();
  /** All that is neither delivered nor given up. What was forgotten is no longer in it, wherever it still waits. */
  readonly #pending = new Set<Parcel>();
  readonly #lanes = new Map<string, Parcel[]>();
  readonly #held = new Map<object, Parcel[]>();
  readonly #closing = new AbortController();

  constructor(app: WebhookApp, key: KeyObject, now: () => number, url: string | undefined) {
    this.#app = app;
    this.#key = key;
    this.#now = now;
    this.url = url;
  }

  /** null: none for this location. undefined: the common one again. */
  setLocationUrl(locationId: string, url: string | null | undefined): void {
    if (url === undefined) this.#urls.delete(locationId);
    else this.#urls.set(locationId, url);
  }

  urlFor(locationId: string | undefined): string | undefined {
    const own = locationId === undefined ? undefined : this.#urls.get(locationId);
    return own === undefined ? this.url : (own ?? undefined);
  }

  /** Without an address nothing is made and nothing is logged. */
  send(fields: WebhookFields, locationId: string | undefined): void {
    const url = this.urlFor(locationId);
    if (url === undefined || this.#closing.signal.aborted) return;
    const timestamp = new Date(this.#now()).toISOString();
    const webhookId = randomUUID();
    const event = { ...fields, ...this.#app, timestamp, webhookId };
    const parcel: Parcel = {
      webhookId,
      type: fields.type,
      locationId: locationId ?? null,
      url,
      event,
      bytes: Buffer.from(JSON.stringify(event)),
      isBadlySigned: false,
      attempt: 0,
    };
    const met = this.#faults.take(fields.type, locationId);
    if (met) this.#sendWithFault(parcel, met);
    else this.#accept(parcel);
  }

  /** The same event once more, as the dashboard's resend does; false when the log does not know it. */
  resend(webhookId: string): boolean {
    const entry = this.log.all().find((candidate) => candidate.webhookId === webhookId);
    if (!entry) return false;
    const { type, locationId, url, event } = entry;
    const bytes = Buffer.from(JSON.stringify(event));
    this.#accept({ webhookId, type, locationId, url, event, bytes, isBadlySigned: false, attempt: 0 });
    return true;
  }

  pendingCount(locationId?: string): number {
    return [...this.#pending].filter((parcel) => locationId === undefined || parcel.locationId === locationId)
      .length;
  }

  /** Drops what waits for a location, or all of it, and what is logged of it. */
  forget(locationId?: string): void {
    const isKept = (entry: { locationId: string | null }): boolean =>
      locationId !== undefined && entry.locationId !== locationId;
    for (const parcel of this.#pending) if (!isKept(parcel)) this.#pending.delete(parcel);
    const kept = this.log.all().filter(isKept);
    this.log = new WebhookLog();
    for (const entry of kept) this.log.add(entry);
  }

  orderFault(fault: WebhookFault, count: number): void {
    this.#faults.add(fault, count);
  }

  /** What a reorder still held back goes out in its own order. */
  clearFaults(locationId?: string): void {
    this.#faults.clear(locationId);
    for (const [order, parcels] of this.#held) {
      if (this.#faults.isWaiting(order)) continue;
      this.#held.delete(order);
      for (const parcel of parcels.reverse()) this.#enqueue(parcel);
    }
  }

  close(): void {
    this.#closing.abort();
    this.#pending.clear();
    this.#lanes.clear();
    this.#held.clear();
  }

  #sendWithFault(parcel: Parcel, { fault, isLast }: { fault: WebhookFault; isLast: boolean }): void {
    if (fault.kind === 'drop') {
      this.#record(parcel, 'dropped', null, 'fault');
    } else if (fault.kind === 'bad-signature') {
      this.#accept({ ...parcel, isBadlySigned: true });
    } else if (fault.kind === 'delay') {
      this.#accept(parcel, () => this.#enqueueLater(parcel, fault.delayMs));
    } else if (fault.kind === 'duplicate') {
      this.#accept(parcel);
      this.#accept({ ...parcel });
    } else {
      this.#accept(parcel, () => this.#hold(parcel, fault, isLast));
    }
  }

  /** Newest first; all of them go out when the last of the order has come. */
  #hold(parcel: Parcel, fault: WebhookFault, isLast: boolean): void {
    const held = [parcel, ...(this.#held.get(fault) ?? [])];
    this.#held.set(fault, held);
    if (!isLast) return;
    this.#held.delete(fault);
    for (const each of held) this.#enqueue(each);
  }

  #accept(parcel: Parcel, goOn: () => void = () => this.#enqueue(parcel)): void {
    if (this.#pending.size >= maxPending) {
      this.#record(parcel, 'dropped', null, 'queue full');
      return;
    }
    this.#pending.add(parcel);
    goOn();
  }

  #enqueue(parcel: Parcel): void {
    const lane = parcel.locationId ?? '';
    const parcels = this.#lanes.get(lane);
    if (parcels) {
      parcels.push(parcel);
      return;
    }
    this.#lanes.set(lane, [parcel]);
    // The answer of the request that caused the event goes first.
    setImmediate(() => void this.#drain(lane));
  }

  #enqueueLater(parcel: Parcel, waitMs: number): void {
    setTimeout(() => this.#enqueue(parcel), waitMs).unref();
  }

  async #drain(lane: string): Promise<void> {
    for (;;) {
      const parcel = this.#lanes.get(lane)?.shift();
      if (!parcel) break;
      if (this.#pending.has(parcel)) await this.#attempt(parcel);
    }
    this.#lanes.delete(lane);
  }

  async #attempt(parcel: Parcel): Promise<void> {
    parcel.attempt += 1;
    const { status, error } = await postParcel(parcel, this.#key, this.#closing.signal);
    if (!this.#pending.has(parcel)) return;
    const isDelivered = status !== null && status >= 200 && status < 300;
    if (isDelivered || parcel.attempt >= maxAttempts) {
      this.#record(parcel, isDelivered ? 'delivered' : 'given up', status, error);
      return;
    }
    this.#record(parcel, 'retrying', status, error);
    const backoffMs = Math.min(maxRetryMs, this.retryBaseMs * 2 ** (parcel.attempt - 1));
    this.#enqueueLater(parcel, backoffMs * (0.8 + Math.random() * 0.4));
  }

  #record(
    parcel: Parcel,
    outcome: WebhookEntry['outcome'],
    status: number | null,
    error: string | null,
  ): void {
    if (outcome !== 'retrying') this.#pending.delete(parcel);
    const { webhookId, type, locationId, url, attempt, event } = parcel;
    const at = new Date(this.#now()).toISOString();
    this.log.add({ at, webhookId, type, locationId, url, attempt, outcome, status, error, event });
  }
}
