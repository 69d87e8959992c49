import { z } from 'zod';
import { getEmail } from '@/lib/server/ghl/emails';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema }) },
  ({ ghl, params }) => getEmail(ghl, params.emailId),
);
