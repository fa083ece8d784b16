import { StoreError, type StoreProblem } from '../../store-error.ts';

type Explanation = Omit<StoreProblem, 'problem'> & { problem: (location: string) => string };

export const READ_ONLY: Explanation = {
  code: 'read-only',
  problem: (location) => `The ${location} takes no changes`,
  remedy: 'point DATABASE_URL at the primary server and not at a replica',
};

export const NO_PERMISSION: Explanation = {
  code: 'no-permission',
  problem: (location) => `The ${location} does not let the user create or change tables`,
  remedy: 'make the user the owner of the database, or grant it CREATE and USAGE on the schema that it uses',
};

/** What helps, by the codes of PostgreSQL's documentation, appendix A, and of the system. */
const EXPLANATIONS: [RegExp, Explanation][] = [
  [
    /^28/,
    {
      code: 'refused',
      problem: (location) => `The ${location} refuses the user or the password`,
      remedy: 'correct USER and PASSWORD in DATABASE_URL, and see that pg_hba.conf lets this machine in',
    },
  ],
  [
    /^3D000$/,
    {
      code: 'no-database',
      problem: (location) => `There is no ${location}`,
      remedy: 'create it with createdb, or correct the name at the end of DATABASE_URL',
    },
  ],
  [/^(42501|3F000)$/, NO_PERMISSION],
  [
    /^(42P07|42710)$/,
    {
      code: 'foreign',
      problem: (location) => `The ${location} holds tables of another program under the names that the store needs`,
      remedy: 'give Dateline a database of its own',
    },
  ],
  [/^25006$/, READ_ONLY],
  [
    /^53[12]00$/,
    {
      code: 'full',
      problem: (location) => `The server of the ${location} has no space left`,
      remedy: 'free some space on it; what was stored before is whole',
    },
  ],
  [
    /^(57014|55P03|40P01)$/,
    {
      code: 'locked',
      problem: (location) => `Another process keeps the ${location} locked`,
      remedy: 'wait until it is done, or stop it, and try again',
    },
  ],
  [
    /^XX00[12]$/,
    {
      code: 'corrupt',
      problem: (location) => `The ${location} is damaged`,
      remedy: 'see the log of the server, and bring the newest backup back into a new database',
    },
  ],
  [
    /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_)/,
    {
      code: 'refused',
      problem: (location) => `The certificate of the ${location} cannot be trusted`,
      remedy: 'name the authority that signed it with ?sslrootcert=FILE in DATABASE_URL',
    },
  ],
  [
    /^(08|57P0|53300$|E[A-Z]+$)/,
    {
      code: 'unreachable',
      problem: (location) => `The ${location} does not answer`,
      remedy: 'see that the server runs, and correct HOST and PORT in DATABASE_URL',
    },
  ],
];

/** Errors of the client itself carry no code; these say that the connection failed. */
const CONNECTION = /timeout|terminated|connection|not queryable/i;

/**
 * A failure of PostgreSQL or of the way there as a StoreError; a StoreError as it stands.
 * @param location what `describeAddress` says
 */
export function explainPostgresFailure(error: unknown, location: string): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError(problemOf(error, location), { cause: error });
}

function problemOf(error: unknown, location: string): StoreProblem {
  const code = codeOf(error);
  const known = EXPLANATIONS.find(([codes]) => codes.test(code))?.[1];
  if (known) return { ...known, problem: `${known.problem(location)} (${code})` };
  return {
    code: 'failed',
    problem: `The ${location} cannot do what it was asked for (${code})`,
    remedy: 'this is a defect: report it with the code',
  };
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return typeof message === 'string' && CONNECTION.test(message) ? 'ECONNECTION' : 'unknown';
}
