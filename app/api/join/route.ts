import { join } from '@/lib/server/auth/join';
import { sessionCookie } from '@/lib/server/auth/session-cookie';
import { createSession, revokeSession, signedIn } from '@/lib/server/auth/sessions';
import { throttled } from '@/lib/server/auth/sign-in';
import { answerJson } from '@/lib/server/http/answer';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { peerOf } from '@/lib/server/http/peer';
import { openRoute } from '@/lib/server/http/route';
import { joinSchema } from '@/lib/shared/contract/people';

/** Uses a one-time link: the password is set, and whoever held the link is signed in. */
export const POST = openRoute(
  { body: joinSchema, audit: 'person.join' },
  async ({ request, requestId, body, trail }) => {
    const { personId } = await throttled([`peer ${peerOf(request)}`], () => join(body));
    trail.personId = personId;
    trail.target = personId;
    const previous = await signedIn(request.headers.get('cookie'));
    if (previous) await revokeSession(previous.sessionId);
    const cookie = await sessionCookie(await createSession(personId));
    return answerJson({}, requestId, 200, { 'set-cookie': cookie });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
