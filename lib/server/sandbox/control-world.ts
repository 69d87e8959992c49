import 'server-only';
import { ControlRefusal, refuseUnknownFields, requireCount, takeCount, takeText } from './control-body';
import type { ControlAnswer } from './control-location';
import type { LocationState } from './location-state';
import type { World } from './world';

const presets = ['demo', 'dental', 'empty'] as const;

export function describeLocation(location: LocationState): { id: string; name: string; token: string } {
  return { id: location.id, name: location.profile.name, token: location.token };
}

export function describeWorld(world: World): Record<string, unknown> {
  return {
    instanceId: world.instanceId,
    startedAt: new Date(world.startedAt).toISOString(),
    locations: world.locations().map(describeLocation),
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    webhookPublicKey: world.webhookPublicKey,
  };
}

export function addLocation(world: World, body: Record<string, unknown>): ControlAnswer {
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
export function setLatency(world: World, body: Record<string, unknown>): ControlAnswer {
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
