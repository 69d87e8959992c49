import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeText, takeTexts } from './control-body';
import type { ControlAnswer } from './control-location';
import { consent, uninstall } from './oauth-install';
import type { Grant } from './oauth-store';
import type { World } from './world';

type Body = Record<string, unknown>;

/** What choosing a location on the consent page gives, without a page. Without locationId: the whole agency. */
export function makeCode(world: World, body: Body): ControlAnswer {
  refuseUnknownFields(body, ['locationId', 'scopes']);
  const locationId = readLocation(world, body);
  return { status: 201, body: { code: consent(world, { locationId, scopes: takeTexts(body, 'scopes') }) } };
}

/** Ends the access tokens of one location, or of all and the agency; refresh tokens stay good. */
export function expireTokens(world: World, body: Body): ControlAnswer {
  refuseUnknownFields(body, ['locationId']);
  const locationId = readLocation(world, body);
  const isMeant = (grant: Grant): boolean => locationId === null || grant.locationId === locationId;
  return { status: 200, body: { expired: world.oauth.expireAccess(isMeant) } };
}

export function uninstallApp(world: World, body: Body): ControlAnswer {
  refuseUnknownFields(body, ['locationId']);
  uninstall(world, readLocation(world, body));
  return { status: 200, body: { success: true } };
}

function readLocation(world: World, body: Body): string | null {
  const locationId = takeText(body, 'locationId');
  if (locationId === undefined) return null;
  if (!world.location(locationId)) throw new ControlRefusal(400, `locationId ${locationId} is unknown`);
  return locationId;
}
