import { z } from 'zod';
import { maxDraftBytes, saveDraft } from '@/lib/server/drafts/drafts';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { draftChangeSchema } from '@/lib/shared/contract/draft';

const params = z.object({ conversationId: idSchema });

/** Told to nobody, the audit log included: what somebody has begun to write is their own. */
export const PUT = route(
  { permission: 'message:send', params, body: draftChangeSchema, maxBodyBytes: maxDraftBytes },
  ({ person, locationId, params, body }) => saveDraft({ personId: person.id, locationId, ...params }, body),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
};
