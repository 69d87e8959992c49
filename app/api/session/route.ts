import { clearedSessionCookie, sessionCookie } from '@/lib/server/auth/session-cookie';
import { sessionFor } from '@/lib/server/auth/session-view';
import { createSession, revokeSession, signedIn } from '@/lib/server/auth/sessions';
import { checkSignIn } from '@/lib/server/auth/sign-in';
import { answerJson } from '@/lib/server/http/answer';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { peerOf } from '@/lib/server/http/peer';
import { openRoute } from '@/lib/server/http/route';
import { signInRequestSchema } from '@/lib/shared/contract/session';

export const GET = openRoute({}, async ({ request }) => {
  const session = await signedIn(request.headers.get('cookie'));
  if (!session) throw new AppError('unauthenticated');
  return sessionFor(session);
});

/** Signs in: always a new session with a new id, whatever cookie came along. */
export const POST = openRoute(
  { body: signInRequestSchema, audit: 'session.sign-in' },
  async ({ request, requestId, body, trail }) => {
    const { personId, provenBy } = await checkSignIn(body, peerOf(request));
    trail.personId = personId;
    const previous = await signedIn(request.headers.get('cookie'));
    if (previous) await revokeSession(previous.sessionId);
    const cookie = await sessionCookie(await createSession(personId, provenBy));
    return answerJson({}, requestId, 200, { 'set-cookie': cookie });
  },
);

export const DELETE = openRoute({ audit: 'session.sign-out' }, async ({ request, requestId, trail }) => {
  const session = await signedIn(request.headers.get('cookie'));
  if (session) {
    trail.personId = session.person.id;
    await revokeSession(session.sessionId);
  }
  return answerJson({}, requestId, 200, {
    'set-cookie': clearedSessionCookie(),
    'clear-site-data': '"cache"',
  });
});

export { methodNotAllowed as PATCH, methodNotAllowed as PUT };
