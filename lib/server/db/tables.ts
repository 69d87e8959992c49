import 'server-only';
import { join } from 'node:path';
import * as baseSchema from './schema';
import * as sendSchema from './send-schema';
import * as triageSchema from './triage-schema';

/** Every table, for both engines. */
export const schema = { ...baseSchema, ...sendSchema, ...triageSchema };

export const migrationsFolder = join(process.cwd(), 'lib/server/db/migrations');
