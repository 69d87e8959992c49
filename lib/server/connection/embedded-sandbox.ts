import 'server-only';
import { remember } from '@/lib/server/remember';
import { startSandbox } from '@/lib/server/sandbox/start';

/** Starts the sandbox inside this process on the first call; every later call answers the same address. */
export function embeddedSandboxUrl(): Promise<string> {
  return remember('embedded-sandbox', async () => (await startSandbox({ port: 0, lifelike: true })).url);
}
