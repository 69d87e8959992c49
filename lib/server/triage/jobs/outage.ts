import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { GhlHttpError, GhlNetworkError, GhlTimeoutError } from '@/lib/server/ghl/errors';

/** Fewer may be chance. */
const failuresInARow = 3;
/** Of one conversation, with others that went through in between: then it is about that one. */
const triesAmongOthers = 3;
/** Of one conversation when there are no others: through a few pauses. */
const triesAlone = 6;
/** Between the tries of an outage, a little over two minutes in all. */
const pausesMs = [5_000, 10_000, 20_000, 40_000, 60_000];

/** GHL does not answer, or not with sense: the next conversation would most likely fail as well. */
export function isOutage(error: unknown): boolean {
  if (error instanceof GhlHttpError) return error.status >= 500;
  return error instanceof GhlNetworkError || error instanceof GhlTimeoutError;
}

/** What a job does about an outage: its workers wait together, and it ends when that takes too long. */
export class Outage {
  readonly #tries = new Map<number, { count: number; successes: number }>();
  /** What failed since the last success. */
  readonly #failing = new Set<number>();
  #failures = 0;
  #successes = 0;
  #pauses = 0;
  #pause: Promise<void> | null = null;
  #isOver = false;

  /** It has lasted too long. */
  get isOver(): boolean {
    return this.#isOver;
  }

  succeeded(): void {
    this.#failing.clear();
    this.#failures = 0;
    this.#pauses = 0;
    this.#successes += 1;
  }

  /** Whether to try this conversation again or not at all; waits before that where several failed in a row. */
  async isToTryAgain(position: number, error: unknown): Promise<boolean> {
    const known = this.#tries.get(position);
    const successes = this.#successes;
    const count = known?.successes === successes ? known.count : (known?.count ?? 0) + 1;
    this.#tries.set(position, { count, successes });
    this.#failing.add(position);
    const isAlone = successes > 0 && this.#failing.size === 1 && this.#failures + 1 >= triesAlone;
    if (count >= triesAmongOthers || isAlone) return false;
    await this.#waits(error);
    return true;
  }

  /** Reads again and again while GHL does not answer. */
  async through<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (!isOutage(error) || !(await this.#waits(error))) throw error;
      }
    }
  }

  async #waits(error: unknown): Promise<boolean> {
    this.#failures += 1;
    if (this.#failures < failuresInARow) return true;
    if (!this.#pause) {
      const pauseMs = pausesMs[this.#pauses];
      this.#isOver = pauseMs === undefined;
      if (pauseMs === undefined) return false;
      this.#pauses += 1;
      const askedMs = error instanceof GhlHttpError ? error.retryAfterMs : null;
      this.#pause = sleep(Math.min(askedMs ?? pauseMs, pauseMs), undefined, { ref: false }).finally(() => {
        this.#pause = null;
      });
    }
    await this.#pause;
    return true;
  }
}
