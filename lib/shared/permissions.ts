export const roles = ['admin', 'agent', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who may do what, in one table read by the server (which decides) and the screen (which hides what is refused). */
const allowed = {
  'conversation:read': ['admin', 'agent', 'viewer'],
  'conversation:mark': ['admin', 'agent'],
  'conversation:create': ['admin', 'agent'],
  'conversation:delete': ['admin'],
  /** A view of the list for everybody here; one's own needs no right. */
  'view:share': ['admin', 'agent'],
  /** Changing what somebody else has shared. */
  'view:manage': ['admin'],
  'message:send': ['admin', 'agent'],
  /** Messages and calls that took place elsewhere, and their status: for a location with a provider of its own. */
  'message:log': ['admin'],
  'message:export': ['admin'],
  'attachment:upload': ['admin', 'agent'],
  'snippet:read': ['admin', 'agent', 'viewer'],
  'snippet:write': ['admin', 'agent'],
  /** Changing or removing what somebody else has shared. */
  'snippet:manage': ['admin'],
  'subtype:read': ['admin', 'agent', 'viewer'],
  'subtype:manage': ['admin'],
  'preference:read': ['admin', 'agent', 'viewer'],
  'preference:unsubscribe': ['admin', 'agent'],
  'preference:resubscribe': ['admin'],
  'people:manage': ['admin'],
  'connection:check': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;

/** What an admin can allow one agent beyond their role. */
export const grants = ['preference:resubscribe', 'conversation:delete'] as const satisfies readonly Action[];
export type Grant = (typeof grants)[number];

/** What a person is at one location. */
export type Membership = { role: Role; grants: readonly Grant[] };

export function can({ role, grants: granted }: Membership, action: Action): boolean {
  const list: readonly Role[] = allowed[action];
  const extra: readonly Action[] = role === 'agent' ? granted : [];
  return list.includes(role) || extra.includes(action);
}
