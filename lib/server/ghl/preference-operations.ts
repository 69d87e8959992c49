import 'server-only';
import { conversations, type Operation, read, write } from './operation';

const subtypes = '/conversations/preferences/custom-subtypes';
const unsubscriptions = '/conversations/preferences/unsubscriptions';

/**
 * Subscription types and who wants what. No scope is listed for them (CONTRACT 1.16), and v3 has none of the five, so
 * the old `Version` is what keeps them reachable (CONTRACT 1.9, 1.15).
 */
export const preferenceOperations = {
  'get-all-custom-subtypes': read(subtypes, conversations, null),
  'create-custom-subtype': write('POST', subtypes, conversations, null),
  'update-custom-subtype': write('PUT', `${subtypes}/{subtypeId}`, conversations, null),
  'get-contact-unsubscription-status': read(`${unsubscriptions}/status`, conversations, null),
  'user-subscription-change': write('POST', `${unsubscriptions}/user-change`, conversations, null),
} as const satisfies Record<string, Operation>;
