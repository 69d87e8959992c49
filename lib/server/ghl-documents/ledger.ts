import 'server-only';
import { checkAnswer } from './check-answer';
import { checkRequest } from './check-request';
import type { Departure } from './departure';
import { findOperation } from './documents';
import type { Exchange } from './relay';
import type { Waiver } from './waiver';

/** Whose request it was. By hand, requests are often wrong on purpose: then only the answer is checked. */
export type Speaker = 'client' | 'sdk' | 'hand';

/** Keeps account of all exchanges: which operations were met, what departed from the documents, what waived it. */
export class Ledger {
  requests = 0;
  answers = 0;
  /** Which operations have answered each of them with success. */
  readonly answered: Record<Speaker, Set<string>> = { client: new Set(), sdk: new Set(), hand: new Set() };
  /** Method and path of what no document has. */
  readonly undocumented = new Set<string>();
  readonly #waivers: Record<Speaker, readonly Waiver[]>;
  readonly #used = new Map<Waiver, Set<string>>();
  readonly #unwaived = new Map<string, number>();
  #checks: Promise<void> = Promise.resolve();

  /** `ofSdk` waives nothing but what the SDK says and hears. */
  constructor({ common, ofSdk }: { common: readonly Waiver[]; ofSdk: readonly Waiver[] }) {
    this.#waivers = { client: common, sdk: [...common, ...ofSdk], hand: common };
  }

  enter(speaker: Speaker, exchange: Exchange): void {
    this.#checks = this.#checks.then(() => this.#check(speaker, exchange));
  }

  /** What no waiver names, one line each, with how often. */
  async unwaived(): Promise<string[]> {
    await this.#checks;
    return [...this.#unwaived].map(([line, count]) => `${line} (${count} times)`).sort();
  }

  /** The parts of waivers that nothing needed. */
  async unused(): Promise<string[]> {
    await this.#checks;
    return [...new Set(Object.values(this.#waivers).flat())].flatMap((waiver) => {
      const used = this.#used.get(waiver);
      return partsOf(waiver)
        .filter((part) => !used?.has(part))
        .map((part) => `${waiver.rule} of ${waiver.where[0]}: ${part}`);
    });
  }

  async #check(speaker: Speaker, exchange: Exchange): Promise<void> {
    const operation = findOperation(exchange.method, exchange.path);
    if (!operation) {
      this.undocumented.add(`${exchange.method} ${exchange.path}`);
      return;
    }
    if (exchange.status < 300) this.answered[speaker].add(operation.operationId);
    const departures = checkAnswer(operation, exchange);
    this.answers += 1;
    if (speaker !== 'hand') {
      departures.push(...(await checkRequest(operation, exchange)));
      this.requests += 1;
    }
    for (const departure of departures) this.#settle(speaker, departure);
  }

  #settle(speaker: Speaker, departure: Departure): void {
    for (const waiver of this.#waivers[speaker]) {
      const place = placeIn(waiver, departure);
      if (place === undefined) continue;
      const used = this.#used.get(waiver) ?? new Set();
      this.#used.set(waiver, used.add(place).add(departure.operation));
      return;
    }
    const { operation, where, rule, detail } = departure;
    const line = `${speaker}: ${operation}: ${where}: ${rule}: ${detail}`;
    this.#unwaived.set(line, (this.#unwaived.get(line) ?? 0) + 1);
  }
}

/** The place of the waiver that names the departure, if one does. */
function placeIn(waiver: Waiver, { operation, where, rule }: Departure): string | undefined {
  if (waiver.rule !== rule) return undefined;
  if (waiver.operations !== 'every' && !waiver.operations.includes(operation)) return undefined;
  return waiver.where.find((place) => place === where || place === where.replace(/^answer \d+/, 'answer *'));
}

function partsOf({ operations, where }: Waiver): string[] {
  return [...where, ...(operations === 'every' ? [] : operations)];
}
