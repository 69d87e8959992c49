import 'server-only';
import type { LocationState } from './location-state';
import type { ProviderRecord } from './records';
import { httpException } from './refusal';

/** The types of a call in POST …/inbound: only they need a provider whatever the location has. */
const callTypes = new Set(['Call', 'IVR_Call', 'Campaign_Call', 'Campaign_VoiceMail']);

export function isCallType(type: string): boolean {
  return callTypes.has(type);
}

/**
 * The provider that a message names, or a 400 in the words clients report. Naming one is possible only for the app
 * that owns it, and only with the type it was made for (CONTRACT 1.6, 2.2; #106, #107).
 */
export function requireOwnProvider(location: LocationState, id: string, type: string): ProviderRecord {
  const provider = location.providers.get(id);
  if (!provider?.isOwn) {
    throw httpException(400, `You don't have access to the conversationProvider with id: ${id}`);
  }
  requireType(provider, type);
  return provider;
}

/** A send may name any provider of the location: GHL hands the message on to it. */
export function requireProvider(location: LocationState, id: string, type: string): ProviderRecord {
  const provider = location.providers.get(id);
  if (!provider) throw httpException(400, 'Invalid conversationProviderId');
  requireType(provider, type);
  return provider;
}

function requireType(provider: ProviderRecord, type: string): void {
  if (provider.type === (isCallType(type) ? 'Call' : type)) return;
  throw httpException(400, 'Incorrect conversationProviderId/type');
}
