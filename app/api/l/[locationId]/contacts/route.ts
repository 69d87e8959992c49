import { z } from 'zod';
import { searchContacts } from '@/lib/server/ghl/contacts';
import { addContact } from '@/lib/server/ghl/new-contact';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { newContactSchema } from '@/lib/shared/contract/contact';

/** As many as one looks through before typing another letter. */
const maxFound = 20;

export const GET = route(
  {
    permission: 'conversation:create',
    query: z.strictObject({ q: z.string().trim().min(1).max(200) }),
  },
  async ({ ghl, query, priority, request }) => ({
    contacts: await searchContacts(ghl, query.q, { limit: maxFound, priority, signal: request.signal }),
  }),
);

export const POST = route(
  { permission: 'conversation:create', body: newContactSchema, audit: 'contact.create' },
  ({ ghl, body }) => addContact(ghl, body),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
