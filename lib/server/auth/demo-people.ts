import 'server-only';
import type { Role } from '@/lib/shared/permissions';

/** Who can be signed in as, by one click, in sandbox mode alone. The first three are users of the sandbox's locations. */
export const demoPeople: { id: string; name: string; email: string; role: Role }[] = [
  { id: 'mika', name: 'Mika Kaur', email: 'mika@northloom.example', role: 'admin' },
  { id: 'jonas', name: 'Jonas Reyes', email: 'jonas@northloom.example', role: 'agent' },
  { id: 'priya', name: 'Priya Nair', email: 'priya@northloom.example', role: 'agent' },
  { id: 'sam', name: 'Sam Doyle', email: 'sam@northloom.example', role: 'viewer' },
];
