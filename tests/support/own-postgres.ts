import { execFile } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian keeps the programs that make and run a server. */
const DEBIAN = '/usr/lib/postgresql';

/** A server of PostgreSQL that belongs to one test, which may do with it what it likes. */
export interface OwnPostgres {
  databaseUrl: string;
  /** Stops the server and starts it again: in order, or as if its machine had lost power. */
  restart(how: 'fast' | 'immediate'): Promise<void>;
  takeAway(): Promise<void>;
}

/** The folder of PostgreSQL's programs; undefined where they are not installed. */
export function findPrograms(): string | undefined {
  const debian = list(DEBIAN).map((version) => join(DEBIAN, version, 'bin'));
  const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'pg_ctl')));
}

/** Makes a server in a folder of its own and starts it. @param programs as `findPrograms` gives it */
export async function startOwnPostgres(programs: string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  const owner = await ownerOf(folder);
  const call = (program: string, ...args: string[]) => run(join(programs, program), args, { ...owner, cwd: folder });
  const data = join(folder, 'data');
  await call('initdb', '-D', data, '-U', 'dateline', '--auth=trust', '--encoding=UTF8', '--no-sync');
  const port = await freePort();
  const options = `-h 127.0.0.1 -p ${port} -k ${folder}`;
  const control = (...args: string[]) =>
    call('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', ...args);
  await control('start');
  return {
    databaseUrl: `postgres://dateline@127.0.0.1:${port}/postgres`,
    restart: async (how) => {
      await control('restart', '-m', how);
    },
    async takeAway() {
      await control('stop', '-m', 'immediate');
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whom the server runs as: PostgreSQL refuses to run as root. */
async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (option: string) => Number((await run('id', [option, 'postgres'])).stdout);
  const owner = { uid: await idOf('-u'), gid: await idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
