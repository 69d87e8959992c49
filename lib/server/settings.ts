import 'server-only';
import { z } from 'zod';
import { passwordProblem } from '@/lib/shared/password';

type SandboxMode = {
  kind: 'sandbox';
  /** A sandbox that runs in a process of its own; null starts one inside this process. */
  url: string | null;
};
type ConnectedMode = {
  kind: 'connected';
  baseUrl: string;
  token: string;
  locationId: string;
  /** Null: the first admin comes by a one-time link. The email is in lower case. */
  admin: { email: string; password: string } | null;
};

export type Settings = {
  mode: SandboxMode | ConnectedMode;
  port: number;
  host: string;
  /** What browsers call this app; writes from any other origin are refused. */
  appUrl: string;
  dataDir: string;
  /** A PostgreSQL server's; null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** Null in sandbox mode unless set: one is made and kept in `dataDir`. */
  sessionSecret: string | null;
  ghlAppUrl: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** How many proxies of one's own stand in front: so many entries of `X-Forwarded-For`, from its end, are believed. */
  trustedProxies: number;
};

/** Names every variable that is wrong and what to do about it. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(
      `Parley cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'SettingsError';
  }
}

const notYet = {
  GHL_CLIENT_ID: 'marketplace apps are not supported by this version: unset it and use GHL_TOKEN',
  GHL_CLIENT_SECRET: 'marketplace apps are not supported by this version: unset it and use GHL_TOKEN',
  GHL_SHARED_SECRET: 'opening Parley inside GoHighLevel is not supported by this version: unset it',
  GHL_WEBHOOK_PUBLIC_KEY: 'webhooks are not supported by this version: unset it',
} as const;

const connectedOnly = ['GHL_BASE_URL', 'APP_URL', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'] as const;
const defaultBaseUrl = 'https://services.leadconnectorhq.com';
/** iron-session derives its keys with one round, so the secret itself must be long. */
const minSecretLength = 32;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535);
const emailSchema = z.email().max(254);
const databaseUrlSchema = z
  .url({ protocol: /^postgres(ql)?$/ })
  .refine((value) => new URL(value).hostname !== '' && new URL(value).pathname.length > 1);
const webUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** Pure: the environment in, settings out. An empty variable counts as unset. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  const get = (name: string) => environment[name]?.trim() || undefined;
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T, hint: string): T => {
    const raw = get(name);
    if (raw === undefined) return fallback;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    problems.push(`${name}: ${hint}`);
    return fallback;
  };

  for (const [name, why] of Object.entries(notYet)) if (get(name)) problems.push(`${name}: ${why}`);

  const portNumber = read('PORT', port, 3000, 'must be a number from 1 to 65535');
  const host = get('HOST') ?? '127.0.0.1';
  const common = {
    port: portNumber,
    host,
    appUrl: new URL(
      read(
        'APP_URL',
        webUrl,
        `http://127.0.0.1:${portNumber}`,
        'must be a web address, such as https://inbox.example.com',
      ),
    ).origin,
    dataDir: get('DATA_DIR') ?? '.data',
    databaseUrl: read(
      'DATABASE_URL',
      databaseUrlSchema.nullable(),
      null,
      'must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/parley',
    ),
    sessionSecret: get('SESSION_SECRET') ?? null,
    ghlAppUrl: read('GHL_APP_URL', webUrl, 'https://app.gohighlevel.com', 'must be a web address'),
    logLevel: read(
      'LOG_LEVEL',
      z.enum(['debug', 'info', 'warn', 'error']),
      'info',
      'must be debug, info, warn or error',
    ),
    trustedProxies: read(
      'TRUSTED_PROXIES',
      z
        .string()
        .regex(/^[0-5]$/)
        .transform(Number),
      0,
      'must be the number of proxies in front of Parley, from 0 to 5',
    ),
  };
  if (common.sessionSecret && common.sessionSecret.length < minSecretLength) {
    problems.push(
      `SESSION_SECRET: must have at least ${minSecretLength} characters; make one with: openssl rand -base64 48`,
    );
  }

  const mode = get('SANDBOX_URL')
    ? standalone()
    : isConnected()
      ? connected()
      : ({ kind: 'sandbox', url: null } as const);
  if (problems.length > 0) throw new SettingsError(problems);
  return { ...common, mode };

  function isConnected() {
    return [...connectedOnly, 'GHL_TOKEN', 'GHL_LOCATION_ID', 'GHL_APP_URL'].some(
      (name) => get(name) !== undefined,
    );
  }

  function required(name: string, why: string): string {
    const value = get(name);
    if (!value) problems.push(`${name}: is missing; ${why}`);
    return value ?? '';
  }

  function standalone(): SandboxMode {
    const url = read('SANDBOX_URL', webUrl, '', 'must be the "url" of the sandbox\'s first line');
    if (url && !isLoopback(url))
      problems.push('SANDBOX_URL: must be an address of this computer (127.0.0.1)');
    required('GHL_TOKEN', 'SANDBOX_URL needs the "token" of the sandbox\'s first line');
    required('GHL_LOCATION_ID', 'SANDBOX_URL needs the "locationId" of the sandbox\'s first line');
    for (const name of connectedOnly) {
      if (get(name)) problems.push(`${name}: cannot be set together with SANDBOX_URL`);
    }
    return { kind: 'sandbox', url };
  }

  function connected(): ConnectedMode {
    const baseUrl = read('GHL_BASE_URL', webUrl, defaultBaseUrl, 'must be a web address');
    if (baseUrl.startsWith('http:') && !isLoopback(baseUrl)) {
      problems.push('GHL_BASE_URL: must begin with https://, or the token would travel in the open');
    }
    required('SESSION_SECRET', `it seals the session cookies; make one with: openssl rand -base64 48`);
    return {
      kind: 'connected',
      baseUrl,
      token: required('GHL_TOKEN', 'it is the private integration token of the location'),
      locationId: required('GHL_LOCATION_ID', 'it is the location that the token belongs to'),
      admin: admin(),
    };
  }

  function admin(): ConnectedMode['admin'] {
    if (!get('ADMIN_EMAIL') && !get('ADMIN_PASSWORD')) return null;
    const email = required('ADMIN_EMAIL', 'it goes with ADMIN_PASSWORD: set both or neither').toLowerCase();
    const password = required('ADMIN_PASSWORD', 'it goes with ADMIN_EMAIL: set both or neither');
    if (email && !emailSchema.safeParse(email).success)
      problems.push('ADMIN_EMAIL: must be an email address');
    const problem = password ? passwordProblem(password, email) : null;
    if (problem) problems.push(`ADMIN_PASSWORD: ${problem}`);
    return { email, password };
  }
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
