export const roles = ['admin', 'agent', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who may do what, in one table read by the server (which decides) and the screen (which hides what is refused). */
const allowed = {
  'conversation:read': ['admin', 'agent', 'viewer'],
  'conversation:mark': ['admin', 'agent'],
  'message:send': ['admin', 'agent'],
  'attachment:upload': ['admin', 'agent'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;

export function can(role: Role, action: Action): boolean {
  const list: readonly Role[] = allowed[action];
  return list.includes(role);
}
