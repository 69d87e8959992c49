/** Runs once, before the first request: refuses bad settings, takes the data folder, opens what every request needs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { start } = await import('./lib/server/start');
  await start();
}
