import { readLink } from '@/lib/server/auth/join';
import { throttled } from '@/lib/server/auth/sign-in';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { peerOf } from '@/lib/server/http/peer';
import { openRoute } from '@/lib/server/http/route';
import { readLinkSchema } from '@/lib/shared/contract/people';

/** Reads, and is a POST all the same: a token in the address would be kept in logs. */
export const POST = openRoute({ body: readLinkSchema }, ({ request, body }) =>
  throttled([`peer ${peerOf(request)}`], () => readLink(body.token)),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
