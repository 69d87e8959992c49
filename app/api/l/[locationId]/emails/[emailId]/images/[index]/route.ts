import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamMailImage } from '@/lib/server/media/mail-image';

/** The place of an image in its mail: hundreds are possible. */
const placeSchema = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** A remote image of a mail, fetched by us and only when a person asks for it: its server learns nothing of them. */
export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema, index: placeSchema }) },
  ({ request, ghl, params: { emailId, index } }) => streamMailImage(request, ghl, emailId, index),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
