import 'server-only';
import {
  ControlRefusal,
  refuseUnknownFields,
  requireBoolean,
  requireCount,
  takeBoolean,
  takeCount,
  takeTexts,
} from './control-body';
import { orderFault } from './control-faults';
import { orderInbound } from './control-inbound';
import { orderMessage } from './control-message';
import { orderOutbound } from './control-outbound';
import { orderPreferences, preferenceSnapshot } from './control-preferences';
import { allowSignedUpload, installProvider } from './control-provider';
import {
  clearWebhookFaults,
  clearWebhooks,
  orderWebhookFault,
  postEvent,
  setWebhooks,
  showWebhooks,
} from './control-webhooks';
import { settleScheduled } from './delivery';
import { setLifelike } from './lifelike';
import type { LocationState } from './location-state';
import { emailView, messageView } from './message-view';
import type { World } from './world';

export type ControlAnswer = { status: number; body: Record<string, unknown> };

export type ControlCall = {
  world: World;
  location: LocationState;
  body: Record<string, unknown>;
  /** What follows the control's name in the path. */
  rest: string[];
};

/** The controls of one location, by method and the word after the location's id. */
export const locationControls: Record<string, (call: ControlCall) => ControlAnswer> = {
  'POST reset': ({ world, location }) => {
    world.resetLocation(location.id);
    return done({ id: location.id, name: location.profile.name, token: location.token });
  },
  DELETE: ({ world, location }) => done({ success: world.removeLocation(location.id) }),
  'POST inbound': orderInbound,
  'POST preferences': orderPreferences,
  'GET preferences': preferenceSnapshot,
  'POST provider': installProvider,
  'POST signed-upload': allowSignedUpload,
  'POST outbound': orderOutbound,
  'POST message': orderMessage,
  'POST faults': orderFault,
  'DELETE faults': ({ location }) => {
    location.faults.clear();
    return done({ success: true });
  },
  'POST search-lag': ({ location, body }) => {
    refuseUnknownFields(body, ['ms']);
    location.search.lagMs = requireCount(body, 'ms');
    return done({ ms: location.search.lagMs });
  },
  'POST rate-limit': ({ location, body }) => {
    refuseUnknownFields(body, ['max', 'enabled']);
    location.rate.max = takeCount(body, 'max') ?? location.rate.max;
    location.rate.isEnabled = takeBoolean(body, 'enabled') ?? location.rate.isEnabled;
    return done({ max: location.rate.max, enabled: location.rate.isEnabled });
  },
  'POST token': changeToken,
  'POST lifelike': ({ location, body }) => {
    refuseUnknownFields(body, ['enabled', 'everyMs']);
    const enabled = requireBoolean(body, 'enabled');
    setLifelike(location, enabled, takeCount(body, 'everyMs'));
    return done({ enabled });
  },
  'GET requests': ({ location }) => done({ requests: location.requests.all() }),
  'GET accepted': ({ location }) => done({ accepted: location.accepted.all() }),
  'GET webhooks': ({ world, location }) => showWebhooks(world, location.id),
  'POST webhooks': ({ world, location, body }) => setWebhooks(world, body, location.id),
  'DELETE webhooks': ({ world, location }) => clearWebhooks(world, location.id),
  'POST webhooks/faults': ({ world, location, body }) => orderWebhookFault(world, body, location.id),
  'DELETE webhooks/faults': ({ world, location }) => clearWebhookFaults(world, location.id),
  'POST event': ({ world, location, body }) => postEvent(world, body, location.id),
  'GET snapshot': snapshot,
};

function done(body: Record<string, unknown>): ControlAnswer {
  return { status: 200, body };
}

function changeToken({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, ['scopes', 'removeScopes', 'revoked']);
  const scopes = takeTexts(body, 'scopes');
  if (scopes) {
    location.scopes.clear();
    for (const scope of scopes) location.scopes.add(scope);
  }
  for (const scope of takeTexts(body, 'removeScopes') ?? []) location.scopes.delete(scope);
  location.isTokenRevoked = takeBoolean(body, 'revoked') ?? location.isTokenRevoked;
  return done({ scopes: [...location.scopes], revoked: location.isTokenRevoked });
}

/** The truth without lag and without paging, for assertions. Oldest message first. */
function snapshot({ location, rest }: ControlCall): ControlAnswer {
  const id = rest[0] ?? '';
  const conversation = location.conversations.get(id);
  if (!conversation) throw new ControlRefusal(404, `Unknown conversation: ${id}`);
  settleScheduled(location);
  const now = location.now();
  const messages = location.messagesOf(id);
  const emails = messages.flatMap((message) => message.emailIds ?? []);
  return done({
    conversation,
    contact: location.contacts.get(conversation.contactId),
    isAgentTyping: location.agentTyping.has(id),
    messages: messages.map((message) => messageView(message, now)),
    emails: emails.flatMap((emailId) => {
      const email = location.emails.get(emailId);
      return email ? [emailView(email, now)] : [];
    }),
  });
}
