import 'server-only';
import { settings } from '@/lib/server/env';
import { createGhlClient, type GhlClient } from '@/lib/server/ghl/client';
import { createLimiter } from '@/lib/server/ghl/limiter';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import { embeddedSandboxUrl } from './embedded-sandbox';
import { noted } from './health';
import { readSandboxInfo } from './sandbox-info';

type Access = { id: string; name: string | null; baseUrl: string; token: string };

/** The sandbox is asked about the same unknown location at most this often. */
const askAgainMs = 1000;
const maxUnknown = 1000;

/** The only place that knows what base URL and token a location has. Null: no such location here. */
export async function ghlFor(locationId: string): Promise<GhlClient | null> {
  const access = await accessTo(locationId);
  if (!access) return null;
  const clients = remember('ghl-clients', () => new Map<string, { token: string; client: GhlClient }>());
  const known = clients.get(locationId);
  if (known?.token === access.token) return known.client;
  const client = watched(
    createGhlClient({
      baseUrl: access.baseUrl,
      token: access.token,
      locationId,
      limiter: createLimiter(),
      onRateHeaders: ({ dailyRemaining }) => {
        if (dailyRemaining !== null) leftTodayOf().set(locationId, dailyRemaining);
      },
    }),
  );
  clients.set(locationId, { token: access.token, client });
  return client;
}

/** Calls that GHL last said are left today; null before it said so. */
export function leftToday(locationId: string): number | null {
  return leftTodayOf().get(locationId) ?? null;
}

function leftTodayOf(): Map<string, number> {
  return remember('calls-left-today', () => new Map<string, number>());
}

/** Whatever anybody asks of GHL also tells whether the connection stands. */
function watched(client: GhlClient): GhlClient {
  const { locationId } = client;
  return {
    ...client,
    call: (operation, options) => noted(locationId, operation, () => client.call(operation, options)),
    download: (operation, options) => noted(locationId, operation, () => client.download(operation, options)),
  };
}

/** Every location of this installation; the name is null until GHL has been asked for it. */
export async function connectedLocations(): Promise<{ id: string; name: string | null }[]> {
  const { mode } = settings();
  if (mode.kind === 'connected') return [{ id: mode.locationId, name: null }];
  const known = sandboxAccess();
  if (known.locations.size === 0) await readSandbox();
  return [...known.locations.values()].map(({ id, name }) => ({ id, name }));
}

async function accessTo(locationId: string): Promise<Access | null> {
  const { mode } = settings();
  if (mode.kind === 'connected') {
    const { baseUrl, token } = mode;
    return locationId === mode.locationId ? { id: locationId, name: null, baseUrl, token } : null;
  }
  const known = sandboxAccess();
  if (!known.locations.has(locationId) && mayAsk(locationId)) {
    known.reading = readSandbox().catch((cause: unknown) => {
      known.unknown.delete(locationId);
      throw new AppError('ghl_unavailable', { cause });
    });
  }
  // A page and its layout ask at once: the second waits for what the first has begun.
  if (!known.locations.has(locationId)) await known.reading;
  return known.locations.get(locationId) ?? null;
}

function sandboxAccess() {
  return remember('sandbox-access', () => ({
    locations: new Map<string, Access>(),
    unknown: new Map<string, number>(),
    reading: null as Promise<void> | null,
  }));
}

/** Locations are made in a running sandbox, so an unknown id is looked up before it is refused. */
function mayAsk(locationId: string): boolean {
  const { unknown } = sandboxAccess();
  const now = Date.now();
  if (now - (unknown.get(locationId) ?? 0) < askAgainMs) return false;
  if (unknown.size > maxUnknown) unknown.clear();
  unknown.set(locationId, now);
  return true;
}

async function readSandbox(): Promise<void> {
  const baseUrl = await sandboxUrl();
  const info = await readSandboxInfo(baseUrl);
  sandboxAccess().locations = new Map(
    info.locations.map((location) => [location.id, { ...location, baseUrl }]),
  );
}

export async function sandboxUrl(): Promise<string> {
  const { mode } = settings();
  if (mode.kind !== 'sandbox') throw new Error('There is no sandbox in connected mode.');
  return mode.url ?? (await embeddedSandboxUrl());
}
