import { signedIn } from '@/lib/server/auth/sessions';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { openRoute } from '@/lib/server/http/route';
import { changeSettings, settingsOf } from '@/lib/server/person/person-settings';
import { personSettingsChangeSchema } from '@/lib/shared/contract/person-settings';

export const GET = openRoute({}, async ({ request }) => settingsOf(await personIdOf(request)));

export const PATCH = openRoute(
  { body: personSettingsChangeSchema, audit: 'person.settings' },
  async ({ request, body, trail }) => {
    trail.personId = await personIdOf(request);
    return changeSettings(trail.personId, body);
  },
);

/** There is no id in the address: everybody has their own settings and nobody those of another. */
async function personIdOf(request: Request): Promise<string> {
  const session = await signedIn(request.headers.get('cookie'));
  if (!session) throw new AppError('unauthenticated');
  return session.person.id;
}

export { methodNotAllowed as DELETE, methodNotAllowed as POST, methodNotAllowed as PUT };
