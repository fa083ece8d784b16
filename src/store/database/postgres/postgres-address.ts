/**
 * Where an address leads, without the password: `PostgreSQL database dateline at db.example.org:5432`.
 * @param databaseUrl an address that `readConfig` took
 */
export function describeAddress(databaseUrl: string): string {
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') || decodeURIComponent(hostname) || 'localhost';
  return `PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${host}:${searchParams.get('port') || port || 5432}`;
}
