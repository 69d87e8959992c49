import 'server-only';
import { request } from 'undici';
import { z } from 'zod';

const infoSchema = z.object({
  instanceId: z.string(),
  locations: z.array(z.object({ id: z.string(), name: z.string(), token: z.string() })),
});
export type SandboxInfo = z.infer<typeof infoSchema>;

/** Which sandbox this is and what locations it holds now. Throws when it cannot be reached. */
export async function readSandboxInfo(baseUrl: string): Promise<SandboxInfo> {
  // Asked twice at a slow start: a connection that was kept is closed by then.
  const options = { headersTimeout: 3000, bodyTimeout: 3000, reset: true };
  const answer = await request(`${baseUrl}/__sandbox/info`, options);
  const body: unknown = await answer.body.json();
  return infoSchema.parse(body);
}
