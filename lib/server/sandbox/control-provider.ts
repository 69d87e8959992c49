import 'server-only';
import {
  ControlRefusal,
  refuseUnknownFields,
  requireBoolean,
  takeBoolean,
  takeCount,
  takeText,
} from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import { providerTypes } from './records';

const fields = ['type', 'name', 'isOwn', 'isDefault', 'lagMs'];

/** Installs a conversation provider: with `isOwn` the location's token counts as that of the app which owns it. */
export function installProvider({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, fields);
  const wanted = takeText(body, 'type') ?? 'Custom';
  const type = providerTypes.find((known) => known === wanted);
  if (type === undefined) throw new ControlRefusal(400, `type must be one of: ${providerTypes.join(', ')}`);
  const provider = {
    id: location.newId(),
    name: takeText(body, 'name') ?? `${type} provider`,
    type,
    isOwn: takeBoolean(body, 'isOwn') ?? true,
    isDefault: takeBoolean(body, 'isDefault') ?? false,
    lagMs: takeCount(body, 'lagMs') ?? 0,
  };
  location.providers.set(provider.id, provider);
  return { status: 201, body: provider };
}

export function allowSignedUpload({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, ['enabled']);
  location.isSignedUploadAllowed = requireBoolean(body, 'enabled');
  return { status: 200, body: { enabled: location.isSignedUploadAllowed } };
}
