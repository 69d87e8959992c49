import 'server-only';
import { bigint, timestamp } from 'drizzle-orm/pg-core';

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A time by GHL's clock, in milliseconds: compared with GHL's other times, never with our clock. */
export const ghlTime = (name: string) => bigint(name, { mode: 'number' });
