import { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { KEY_SHAPE } from './store/secret-box.ts';
import type { StoreSettings } from './store/store-settings.ts';

const ADDRESS =
  'must be postgres://USER:PASSWORD@HOST:PORT/DATABASE: correct it, with every sign of the password that is no letter or digit written as %XX, or remove it to use a file.';

/** The variables of the store, each in the form of those in config.ts. */
export const storeEnvironment = z.object({
  DATABASE_URL: z.string().refine(isPostgresAddress, ADDRESS).optional().meta({
    description: 'The PostgreSQL database of the store: postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
    byDefault: 'the file that DATELINE_STORE names',
  }),
  DATELINE_STORE: z
    .string()
    .refine(
      isFile,
      'must be the path of a file: correct or remove it; an address of PostgreSQL goes into DATABASE_URL.',
    )
    .default('store/dateline.db')
    .meta({
      description: 'The SQLite file of the store, made at the first start with its folder.',
      byDefault: 'store/dateline.db',
    }),
  DATELINE_ENCRYPTION_KEY: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => KEY_SHAPE.test(key)),
      'must be 32 bytes in base64, or several such keys with commas between: make one with "openssl rand -base64 32".',
    )
    .default([])
    .meta({
      description: 'Key that encrypts installations: 32 bytes in base64. Older keys may follow after commas.',
      byDefault: 'none: installations cannot be kept',
    }),
  DATELINE_KEEP_UNANSWERED: z
    .enum(['on', 'off'], { error: 'must be on or off: correct or remove it.' })
    .default('off')
    .meta({ description: 'Whether the words of questions without an answer are kept: on or off.', byDefault: 'off' }),
});

/** The store's settings of what the environment says. */
export function storeSettings(env: z.infer<typeof storeEnvironment>): StoreSettings {
  return {
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: env.DATELINE_STORE }
        : { kind: 'postgres', databaseUrl: env.DATABASE_URL },
    encryptionKeys: env.DATELINE_ENCRYPTION_KEY,
    keepUnanswered: env.DATELINE_KEEP_UNANSWERED === 'on',
  };
}

/**
 * Reads the store's settings alone, for a command that needs nothing else.
 * @throws ConfigError when a variable of the store has a wrong form
 */
export function readStoreSettings(env: Record<string, string | undefined>): StoreSettings {
  return storeSettings(readEnvironment(storeEnvironment, env));
}

function isPostgresAddress(value: string): boolean {
  if (!/^postgres(ql)?:\/\/[^\s"\\]+$/.test(value) || !URL.canParse(value)) return false;
  const { username, password, pathname, hash } = new URL(value);
  // A # that was not escaped cuts the address off.
  return pathname.length > 1 && hash === '' && [username, password, pathname].every(isEncoded);
}

function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function isFile(value: string): boolean {
  return !/:\/\/|[/\\]$|^:memory:$|^\.{1,2}$|\0/.test(value);
}
