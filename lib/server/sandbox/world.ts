import 'server-only';
import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { fillLocation, profileOf, type Recipe } from '@/lib/server/sandbox/seed/fill-location';
import { AgencyState } from './agency-state';
import { setLifelike } from './lifelike';
import { LocationState } from './location-state';
import { OauthStore } from './oauth-store';
import { createPrng, makeHex, makeId, makeUuid } from './prng';
import { webhookFields } from './webhook-payload';
import { WebhookSender } from './webhook-sender';

export type WorldOptions = {
  baseUrl: string;
  seed: number;
  now: () => number;
  conversations?: number;
  messages?: number;
  lifelike: boolean;
  webhookUrl?: string;
};

type Entry = {
  recipe: Recipe;
  state: LocationState;
  identity: { id: string; token: string; idSeed: string };
};

/** All locations of one running sandbox. */
export class World {
  readonly instanceId = randomUUID();
  readonly startedAt: number;
  readonly baseUrl: string;
  readonly now: () => number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookPublicKey: string;
  readonly companyId: string;
  /** The marketplace app: its id is the first part of the client id. */
  readonly appId: string;
  readonly versionId: string;
  readonly oauth: OauthStore;
  readonly agency: AgencyState;
  readonly webhooks: WebhookSender;
  latencyMs = 0;

  readonly #seed: number;
  readonly #entries = new Map<string, Entry>();
  readonly #byToken = new Map<string, string>();
  #counter = 0;

  constructor(options: WorldOptions) {
    this.baseUrl = options.baseUrl;
    this.now = options.now;
    this.startedAt = options.now();
    this.#seed = options.seed;
    const random = createPrng(`world:${options.seed}`);
    this.clientId = `${makeHex(random, 24)}-${makeHex(random, 8)}`;
    this.clientSecret = makeUuid(random);
    this.companyId = makeId(random);
    const key = webhookKey(options.seed);
    this.webhookPublicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    this.appId = this.clientId.split('-')[0] ?? '';
    this.versionId = makeHex(random, 24);
    this.oauth = new OauthStore(this.clientId, this.now);
    this.agency = new AgencyState(this.now);
    const app = { appId: this.appId, versionId: this.versionId };
    this.webhooks = new WebhookSender(app, key, this.now, options.webhookUrl);

    const bulk = { conversations: options.conversations, messages: options.messages };
    this.addLocation({ name: 'Northloom Bridal', preset: 'demo', ...bulk });
    this.addLocation({ name: 'Harbor Dental', preset: 'dental' });
    if (options.lifelike) for (const location of this.locations()) setLifelike(location, true);
  }

  locations(): LocationState[] {
    return [...this.#entries.values()].map((entry) => entry.state);
  }

  location(id: string): LocationState | undefined {
    return this.#entries.get(id)?.state;
  }

  /** A revoked token is found too: the guard says why it is refused. */
  locationOfToken(token: string): LocationState | undefined {
    const id = this.#byToken.get(token) ?? this.oauth.find(token)?.grant.locationId ?? undefined;
    return id === undefined ? undefined : this.location(id);
  }

  /** Ids come from the seed and a counter, so that two locations of one seed never share one. */
  addLocation(recipe: Omit<Recipe, 'seed'> & { seed?: number }): LocationState {
    this.#counter += 1;
    const full: Recipe = { ...recipe, seed: recipe.seed ?? this.#seed };
    const idSeed = `location:${full.seed}:${this.#counter}`;
    const random = createPrng(idSeed);
    const identity = { id: makeId(random), token: `pit-${makeUuid(random)}`, idSeed: `ids:${idSeed}` };
    const state = this.#build(identity, full);
    this.#entries.set(identity.id, { recipe: full, state, identity });
    this.#byToken.set(identity.token, identity.id);
    return state;
  }

  /** As it was when it was made: same ids, same token, times from now. */
  resetLocation(id: string): LocationState | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#silence(entry.state);
    entry.state = this.#build(entry.identity, entry.recipe);
    return entry.state;
  }

  removeLocation(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    this.#silence(entry.state);
    this.webhooks.setLocationUrl(id, undefined);
    this.#byToken.delete(entry.identity.token);
    return this.#entries.delete(id);
  }

  close(): void {
    for (const location of this.locations()) setLifelike(location, false);
    this.webhooks.close();
  }

  /** What a location that is gone still has to tell is dropped with it. */
  #silence(state: LocationState): void {
    setLifelike(state, false);
    state.events.listen(undefined);
    this.webhooks.forget(state.id);
    this.webhooks.clearFaults(state.id);
  }

  #build(identity: Entry['identity'], recipe: Recipe): LocationState {
    const state = new LocationState({ ...identity, companyId: this.companyId }, profileOf(recipe), this.now);
    fillLocation(state, recipe, this.baseUrl);
    state.events.listen((event) => {
      if (this.webhooks.urlFor(state.id) === undefined) return;
      const fields = webhookFields(state, event);
      if (fields) this.webhooks.send(fields, state.id);
    });
    return state;
  }
}

/** PKCS#8 wrapping of a bare 32-byte Ed25519 key, so that the pair follows from the seed. */
const pkcs8Ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function webhookKey(seed: number): KeyObject {
  const bytes = createHash('sha256').update(`webhook-key:${seed}`).digest();
  return createPrivateKey({
    key: Buffer.concat([pkcs8Ed25519Prefix, bytes]),
    format: 'der',
    type: 'pkcs8',
  });
}
