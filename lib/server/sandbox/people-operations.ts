import 'server-only';
import { type Answer, type Call, missing, ok, param, requireOwnLocation } from './call';
import type { UserRecord } from './records';

export function listUsers(call: Call): Answer {
  requireOwnLocation(call, call.query.get('locationId'));
  return ok({ users: call.location.users.map((user) => userView(user, call.location.id)) });
}

/** Flat, unlike most single reads (CONTRACT 4). */
export function getUser(call: Call): Answer {
  const id = param(call, 'userId');
  const user = call.location.users.find((candidate) => candidate.id === id);
  if (!user) throw missing(call, () => false, `User with id ${id} not found`);
  return ok(userView(user, call.location.id));
}

export function getLocation(call: Call): Answer {
  const { location } = call;
  requireOwnLocation(call, param(call, 'locationId'));
  const { profile } = location;
  const address = {
    name: profile.name,
    address: profile.address,
    city: profile.city,
    state: profile.state,
    country: profile.country,
    postalCode: profile.postalCode,
    website: `https://${profile.website}`,
    timezone: profile.timezone,
  };
  return ok({
    location: {
      id: location.id,
      companyId: location.companyId,
      ...address,
      email: profile.email,
      phone: profile.phone,
      logoUrl: '',
      business: { ...address, logoUrl: '' },
      social: {},
      settings: {
        allowDuplicateContact: false,
        allowDuplicateOpportunity: false,
        allowFacebookNameMerge: false,
        disableContactTimezone: false,
      },
    },
  });
}

function userView(user: UserRecord, locationId: string): Record<string, unknown> {
  return {
    id: user.id,
    name: `${user.firstName} ${user.lastName}`,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    phone: user.phone,
    roles: { type: 'account', role: user.role, locationIds: [locationId], restrictSubAccount: false },
    scopes: ['conversations.readonly', 'conversations.write', 'conversations/message.readonly'],
    permissions: { conversationsEnabled: true, contactsEnabled: true, assignedDataOnly: false },
    deleted: false,
  };
}
