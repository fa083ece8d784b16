import { z } from 'zod';

/** How those who run Dateline watch it and stop it. */
export interface OperationsSettings {
  /** Where health, readiness and metrics are served; absent where they are not. */
  monitoring?: { host: string; port: number };
  /** How long a stop waits between not being ready any more and taking no more work, in milliseconds. */
  stopDelay: number;
}

const PORT = 'must be a port number from 0 to 65535: correct or remove it.';
const DELAY = 'must be a number of seconds from 0 to 600: correct or remove it.';

/** The variables of operations, each in the form of those in config.ts. */
export const operationsEnvironment = z.object({
  DATELINE_OPERATIONS_PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT)
    .optional()
    .meta({
      description: 'Port on which socket and http serve /health, /ready and /metrics; 0 takes any free one.',
      byDefault: 'none: they are not served there',
    }),
  DATELINE_OPERATIONS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name of this machine, such as 127.0.0.1: correct or remove it.')
    .default('127.0.0.1')
    .meta({
      description: 'Address of this machine on which that port is opened; 0.0.0.0 for every one.',
      byDefault: '127.0.0.1: reached from this machine alone',
    }),
  DATELINE_STOP_DELAY: z
    .string()
    .regex(/^\d{1,3}$/, DELAY)
    .transform(Number)
    .refine((seconds) => seconds <= 600, DELAY)
    .default(0)
    .meta({
      description: 'Seconds for which a stop still takes work after /ready says no, so that a load balancer notices.',
      byDefault: '0',
    }),
});

/** The settings of operations of what the environment says. */
export function operationsSettings(env: z.infer<typeof operationsEnvironment>): OperationsSettings {
  const { DATELINE_OPERATIONS_PORT: port, DATELINE_OPERATIONS_HOST: host, DATELINE_STOP_DELAY: seconds } = env;
  return { ...(port === undefined ? {} : { monitoring: { host, port } }), stopDelay: seconds * 1000 };
}
