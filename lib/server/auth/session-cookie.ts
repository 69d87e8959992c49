import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealData, unsealData } from 'iron-session';
import { z } from 'zod';
import { settings } from '@/lib/server/env';
import { remember } from '@/lib/server/remember';

/** A session ends for good after this; see sessions.ts for the idle limit. */
export const absoluteLimitSeconds = 14 * 24 * 3600;

/** Unsealing costs a quarter of a millisecond, so the newest results are kept; revoking works by the row, not by this. */
const maxRemembered = 2000;
const contentSchema = z.object({ id: z.string().min(1).max(100) });

function isHttps(): boolean {
  return settings().appUrl.startsWith('https:');
}

function cookieName(): string {
  return isHttps() ? '__Host-parley' : 'parley';
}

/** The `Set-Cookie` value that carries a session id and nothing else. */
export async function sessionCookie(id: string): Promise<string> {
  const seal = await sealData({ id }, { password: sessionSecret(), ttl: absoluteLimitSeconds });
  return serialise(seal, absoluteLimitSeconds);
}

export function clearedSessionCookie(): string {
  return serialise('', 0);
}

/** The session id in a `Cookie` header; null when there is none, it was tampered with, or it is too old. */
export async function sessionIdFrom(cookieHeader: string | null): Promise<string | null> {
  const seal = readCookie(cookieHeader, cookieName());
  if (!seal) return null;
  const remembered = remember('unsealed-cookies', () => new Map<string, string>());
  const known = remembered.get(seal);
  if (known) return known;
  const parsed = contentSchema.safeParse(await unseal(seal));
  if (!parsed.success) return null;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(seal, parsed.data.id);
  return parsed.data.id;
}

/** Some damaged seals come back empty, others throw: both are simply not a session. */
async function unseal(seal: string): Promise<unknown> {
  try {
    return await unsealData(seal, { password: sessionSecret(), ttl: absoluteLimitSeconds });
  } catch {
    return null;
  }
}

function readCookie(header: string | null, name: string): string | null {
  const found = header?.split(';').filter((part) => part.trimStart().startsWith(`${name}=`)) ?? [];
  // Two of one name means that someone planted one: neither is trusted.
  return found.length === 1 ? (found[0]?.slice(found[0].indexOf('=') + 1).trim() ?? null) : null;
}

function serialise(value: string, maxAge: number): string {
  return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isHttps() ? '; Secure' : ''}`;
}

export function sessionSecret(): string {
  return settings().sessionSecret ?? remember('made-session-secret', () => keptSecret(settings().dataDir));
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'session-secret');
  try {
    return z.string().min(32).parse(readFileSync(path, 'utf8').trim());
  } catch {
    const made = randomBytes(48).toString('base64url');
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${made}\n`, { mode: 0o600 });
    return made;
  }
}
