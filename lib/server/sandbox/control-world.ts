import 'server-only';
import { ControlRefusal, refuseUnknownFields, requireCount, takeCount, takeText } from './control-body';
import { orderAgencyFault } from './control-faults';
import type { ControlAnswer } from './control-location';
import { expireTokens, makeCode, uninstallApp } from './control-oauth';
import {
  clearWebhookFaults,
  clearWebhooks,
  orderWebhookFault,
  resendWebhook,
  setWebhooks,
  showWebhooks,
} from './control-webhooks';
import type { LocationState } from './location-state';
import type { World } from './world';

type WorldControl = (world: World, body: Record<string, unknown>) => ControlAnswer;

const presets = ['demo', 'dental', 'empty'] as const;

/** The controls of the whole sandbox, by method and path. */
export const worldControls: Record<string, WorldControl> = {
  'GET info': (world) => ({ status: 200, body: describeWorld(world) }),
  'POST locations': addLocation,
  'POST latency': setLatency,
  'GET webhooks': (world) => showWebhooks(world),
  'POST webhooks': (world, body) => setWebhooks(world, body),
  'DELETE webhooks': (world) => clearWebhooks(world),
  'POST webhooks/faults': (world, body) => orderWebhookFault(world, body),
  'DELETE webhooks/faults': (world) => clearWebhookFaults(world),
  'POST webhooks/resend': resendWebhook,
  'POST oauth/code': makeCode,
  'POST oauth/expire': expireTokens,
  'POST oauth/uninstall': uninstallApp,
  'POST faults': orderAgencyFault,
  'DELETE faults': ({ agency }) => {
    agency.faults.clear();
    return { status: 200, body: { success: true } };
  },
  'GET requests': ({ agency }) => ({ status: 200, body: { requests: agency.requests.all() } }),
};

export function describeLocation(location: LocationState): { id: string; name: string; token: string } {
  return { id: location.id, name: location.profile.name, token: location.token };
}

function describeWorld(world: World): Record<string, unknown> {
  return {
    instanceId: world.instanceId,
    startedAt: new Date(world.startedAt).toISOString(),
    locations: world.locations().map(describeLocation),
    companyId: world.companyId,
    appId: world.appId,
    versionId: world.versionId,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    webhookPublicKey: world.webhookPublicKey,
  };
}

function addLocation(world: World, body: Record<string, unknown>): ControlAnswer {
  refuseUnknownFields(body, ['name', 'seed', 'preset', 'conversations', 'messages', 'sameTimestamp']);
  const wanted = takeText(body, 'preset') ?? 'demo';
  const preset = presets.find((name) => name === wanted);
  if (preset === undefined) throw new ControlRefusal(400, `preset must be one of: ${presets.join(', ')}`);
  const location = world.addLocation({
    name: takeText(body, 'name'),
    seed: takeCount(body, 'seed'),
    preset,
    conversations: takeCount(body, 'conversations'),
    messages: takeCount(body, 'messages'),
    sameTimestamp: takeCount(body, 'sameTimestamp'),
  });
  return { status: 201, body: describeLocation(location) };
}

/** For one location with `locationId`, for all without. */
function setLatency(world: World, body: Record<string, unknown>): ControlAnswer {
  refuseUnknownFields(body, ['ms', 'locationId']);
  const ms = requireCount(body, 'ms');
  const locationId = takeText(body, 'locationId');
  if (locationId === undefined) {
    world.latencyMs = ms;
    return { status: 200, body: { ms } };
  }
  const location = world.location(locationId);
  if (!location) throw new ControlRefusal(400, `locationId ${locationId} is unknown`);
  location.latencyMs = ms;
  return { status: 200, body: { ms, locationId } };
}
