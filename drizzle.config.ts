import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./lib/server/db/schema.ts', './lib/server/db/send-schema.ts', './lib/server/db/triage-schema.ts'],
  out: './lib/server/db/migrations',
});
