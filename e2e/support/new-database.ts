import postgres from 'postgres';

/** The address of a fresh database on the PostgreSQL server of this run, which takes it along when it ends. */
export async function newDatabase(): Promise<string> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const sql = postgres(url.href, { max: 1 });
  url.pathname = `/parley_${crypto.randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql(url.pathname.slice(1))}`;
  await sql.end();
  return url.href;
}
