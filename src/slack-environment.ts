import { z } from 'zod';
import { isPublicAddress } from './public-address.ts';

/** Where a person finds each credential. */
export const WHERE_TO_FIND = {
  SLACK_BOT_TOKEN: 'copy the "Bot User OAuth Token" from api.slack.com/apps > your app > OAuth & Permissions',
  SLACK_APP_TOKEN:
    'create one with the scope connections:write at api.slack.com/apps > your app > Basic Information > App-Level Tokens',
  SLACK_SIGNING_SECRET: 'copy it from api.slack.com/apps > your app > Basic Information > App Credentials',
  SLACK_CLIENT_ID: 'copy the "Client ID" from api.slack.com/apps > your app > Basic Information > App Credentials',
  SLACK_CLIENT_SECRET:
    'copy the "Client Secret" from api.slack.com/apps > your app > Basic Information > App Credentials',
  DATELINE_PUBLIC_URL:
    'set it to the https address under which Slack reaches Dateline, such as https://dateline.example.org',
  DATELINE_ENCRYPTION_KEY: 'make one with "openssl rand -base64 32", and keep it safe',
};

/** What a value that begins like this is, for the sentence that tells it from what was wanted. */
const KNOWN_SHAPES: [RegExp, string][] = [
  [/^xoxe[.-]/, 'a rotating token, which expires'],
  [/^xoxb-/, 'a bot token'],
  [/^xoxp-/, 'a user token'],
  [/^xapp-/, 'an app-level token'],
  [/^xox/, 'another kind of Slack token'],
  [/^[0-9a-f]{32}$/i, 'a signing secret or a client secret'],
];

function wrongShape(value: string, wanted: string, where: string): string {
  const known = KNOWN_SHAPES.find(([shape]) => shape.test(value))?.[1];
  const found = known === undefined ? 'does not look like one' : `holds ${known}`;
  return `must be ${wanted} and ${found}: ${where}.`;
}

function secret(shape: RegExp, wanted: string, where: string) {
  return z
    .string()
    .superRefine((value, context) => {
      if (!shape.test(value)) context.addIssue({ code: 'custom', message: wrongShape(value, wanted, where) });
    })
    .optional();
}

/** The variables of Slack, each in the form of those in config.ts. */
export const slackEnvironment = z.object({
  SLACK_BOT_TOKEN: secret(/^xoxb-[\w-]+$/, 'a bot token (xoxb-…)', WHERE_TO_FIND.SLACK_BOT_TOKEN).meta({
    description: 'The bot token, with which answers are posted. Needed by socket and http.',
    byDefault: 'none',
  }),
  SLACK_APP_TOKEN: secret(/^xapp-[\w-]+$/, 'an app-level token (xapp-…)', WHERE_TO_FIND.SLACK_APP_TOKEN).meta({
    description: 'The app-level token, which opens the WebSocket. Needed by socket.',
    byDefault: 'none',
  }),
  SLACK_SIGNING_SECRET: secret(
    /^[0-9a-f]{32}$/i,
    'a signing secret of 32 hexadecimal digits',
    WHERE_TO_FIND.SLACK_SIGNING_SECRET,
  ).meta({
    description: 'The secret that proves that a request comes from Slack. Needed by http.',
    byDefault: 'none',
  }),
  SLACK_CLIENT_ID: secret(
    /^\d+\.\d+$/,
    'a client id (two numbers with a dot between)',
    WHERE_TO_FIND.SLACK_CLIENT_ID,
  ).meta({
    description: "The app's client id, by which any workspace can install it. Needed by http without a bot token.",
    byDefault: 'none',
  }),
  SLACK_CLIENT_SECRET: secret(
    /^[0-9a-f]{32}$/i,
    'a client secret of 32 hexadecimal digits',
    WHERE_TO_FIND.SLACK_CLIENT_SECRET,
  ).meta({
    description: 'The secret that goes with the client id.',
    byDefault: 'none',
  }),
  DATELINE_PUBLIC_URL: z
    .string()
    .refine(
      isPublicAddress,
      'must be an https address without a path, such as https://dateline.example.org: correct it.',
    )
    .transform((value) => new URL(value).origin)
    .optional()
    .meta({
      description: 'The https address under which Slack and browsers reach Dateline. Needed for OAuth.',
      byDefault: 'none',
    }),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address: remove it to use Slack itself.' })
    .optional()
    .meta({
      description: 'Base address of the Web API, for tests and proxies. The page of OAuth is taken from the same host.',
      byDefault: 'https://slack.com/api/',
    }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535: correct or remove it.')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535: correct or remove it.')
    .optional()
    .meta({
      description: 'Port that http and playground listen on; 0 takes any free one.',
      byDefault: '3000; in the playground any free one where that is taken',
    }),
});
