import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsError } from './settings';

const connected = {
  GHL_TOKEN: 'pit-1',
  GHL_LOCATION_ID: 'loc1',
  ADMIN_EMAIL: 'Boss@Example.com',
  ADMIN_PASSWORD: 'correct horse battery',
  SESSION_SECRET: 'x'.repeat(48),
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('starts the embedded sandbox when nothing is set', () => {
    expect(parseSettings({})).toMatchObject({
      mode: { kind: 'sandbox', url: null },
      port: 3000,
      host: '127.0.0.1',
      appUrl: 'http://127.0.0.1:3000',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(parseSettings({ GHL_TOKEN: '', APP_URL: ' ' }).mode).toEqual({ kind: 'sandbox', url: null });
  });

  it('connects with a private integration token', () => {
    expect(parseSettings(connected).mode).toEqual({
      kind: 'connected',
      baseUrl: 'https://services.leadconnectorhq.com',
      token: 'pit-1',
      locationId: 'loc1',
      admin: { email: 'boss@example.com', password: 'correct horse battery' },
    });
  });

  it('connects without an admin in the settings: the first one comes by a link', () => {
    const { ADMIN_EMAIL: _email, ADMIN_PASSWORD: _password, ...rest } = connected;
    expect(parseSettings(rest).mode).toMatchObject({ kind: 'connected', admin: null });
  });

  it.each(Object.keys(connected))('names %s when it alone is missing', (name) => {
    const half: Record<string, string> = { ...connected };
    delete half[name];
    const problems = problemsOf(half);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', 'many'],
    ['SESSION_SECRET', 'short'],
    ['DATABASE_URL', 'mysql://localhost/parley'],
    ['DATABASE_URL', 'postgres://localhost'],
    ['GHL_CLIENT_ID', 'abc'],
  ])('names %s when it is %s', (name, value) => {
    expect(problemsOf({ [name]: value }).some((problem) => problem.startsWith(`${name}: `))).toBe(true);
  });

  it.each([
    ['GHL_BASE_URL', 'ftp://example.com'],
    ['GHL_BASE_URL', 'http://ghl.example.com'],
    ['APP_URL', 'not an address'],
    ['ADMIN_PASSWORD', 'short'],
    ['ADMIN_PASSWORD', 'passwordpassword'],
    ['ADMIN_EMAIL', 'no address'],
  ])('names %s when it is %s beside a whole connection', (name, value) => {
    const problems = problemsOf({ ...connected, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  });

  it('takes a PostgreSQL server for the database, in either mode', () => {
    const databaseUrl = 'postgresql://parley:secret@db.example.com:5432/parley?sslmode=require';
    expect(parseSettings({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
    expect(parseSettings({ ...connected, DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
    expect(parseSettings(connected).databaseUrl).toBeNull();
  });

  it('lets a sandbox on this computer play GHL', () => {
    const settings = parseSettings({ ...connected, GHL_BASE_URL: 'http://127.0.0.1:4010/' });
    expect(settings.mode).toMatchObject({ baseUrl: 'http://127.0.0.1:4010' });
  });

  it('uses a standalone sandbox on this computer, and none elsewhere', () => {
    const line = { GHL_TOKEN: 'pit-1', GHL_LOCATION_ID: 'loc1' };
    expect(parseSettings({ ...line, SANDBOX_URL: 'http://127.0.0.1:4010' }).mode).toEqual({
      kind: 'sandbox',
      url: 'http://127.0.0.1:4010',
    });
    expect(problemsOf({ ...line, SANDBOX_URL: 'http://10.0.0.1:4010' })[0]).toMatch(/^SANDBOX_URL: /);
    expect(problemsOf({ SANDBOX_URL: 'http://127.0.0.1:4010' })).toHaveLength(2);
    expect(problemsOf({ ...line, SANDBOX_URL: 'http://127.0.0.1:4010', ADMIN_EMAIL: 'a@b.co' })[0]).toMatch(
      /^ADMIN_EMAIL: /,
    );
  });

  it('never repeats a value in its message: it could be a secret', () => {
    const problems = problemsOf({
      ...connected,
      SESSION_SECRET: 'hunter2',
      ADMIN_PASSWORD: 'hunter3',
      LOG_LEVEL: 'hunter4',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('hunter');
  });
});
