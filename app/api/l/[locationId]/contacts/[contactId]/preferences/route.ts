import { z } from 'zod';
import { getContact } from '@/lib/server/ghl/contacts';
import { changePreference, emailsOf, getPreferences } from '@/lib/server/ghl/preferences';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { unlessReady } from '@/lib/server/http/unless-ready';
import { preferenceChangeSchema } from '@/lib/shared/contract/preference';
import { can } from '@/lib/shared/permissions';

const params = z.object({ contactId: idSchema });

export const GET = route({ permission: 'preference:read', params }, ({ ghl, params, priority }) =>
  getPreferences(ghl, params.contactId, { priority }),
);

/** One change for one address. Taking back an unsubscription is a right of its own. */
export const POST = route(
  { permission: 'preference:unsubscribe', params, body: preferenceChangeSchema, audit: 'preference.change' },
  async ({ ghl, params: { contactId }, body, membership, trail }) => {
    const { target } = body;
    trail.action = `preference.${body.change}`;
    trail.target = `${contactId}/${target.kind === 'custom' ? target.subtypeId : target.kind}`;
    if (body.change === 'resubscribe' && !can(membership, 'preference:resubscribe')) {
      throw new AppError('forbidden', {
        message: 'Only an admin, or an agent an admin has allowed it to, can take back an unsubscription.',
      });
    }
    const own = emailsOf(await getContact(ghl, contactId));
    const email = own.find((address) => address.toLowerCase() === body.email.toLowerCase());
    if (email === undefined) {
      throw new AppError('bad_request', {
        message: 'This address is not one of the contact’s.',
        field: 'email',
      });
    }
    unlessReady(await changePreference(ghl, contactId, { ...body, email }));
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
