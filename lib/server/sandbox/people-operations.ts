import 'server-only';
import { type Answer, type Call, missing, ok, pageLimit, param, requireOwnLocation } from './call';
import type { UserRecord } from './records';
import { forbiddenLocation, unprocessable } from './refusal';

export function listUsers(call: Call): Answer {
  requireOwnLocation(call, call.query.get('locationId'));
  const users = call.location.users.map((user) => userView(user, call.location.id));
  return ok({ users: users.map((user) => ({ ...user, deleted: false })) });
}

/** GET /users/search: a path of v3 only (CONTRACT 4). Without locationId it still shows no more than the token's own. */
export function searchUsers(call: Call): Answer {
  const { query, location } = call;
  const companyId = query.get('companyId');
  if (!companyId) throw unprocessable(['companyId should not be empty', 'companyId must be a string']);
  const locationId = query.get('locationId') ?? location.id;
  if (companyId !== location.companyId || locationId !== location.id) throw forbiddenLocation();
  const words = query.get('query')?.toLowerCase() ?? '';
  const ids = query.get('ids')?.split(',').filter(Boolean) ?? [];
  const found = location.users.filter(
    (user) =>
      `${user.firstName} ${user.lastName} ${user.email} ${user.phone}`.toLowerCase().includes(words) &&
      (ids.length === 0 || ids.includes(user.id)) &&
      (query.get('role') ?? user.role) === user.role,
  );
  const skip = Number(query.get('skip') ?? 0);
  if (!Number.isInteger(skip) || skip < 0) throw unprocessable(['skip must not be less than 0']);
  const page = found.slice(skip, skip + pageLimit(query, 25, 100));
  const users = page.map((user) => ({ ...userView(user, location.id), deleted: false }));
  return ok({ users, count: found.length });
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
  };
}
