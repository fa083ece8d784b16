import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { HOME } from '../prepared/home.ts';

/** The manifest that comes with Dateline. */
export const OWN_MANIFEST = join(HOME, 'manifest.yml');

/** What Dateline reads of its manifest: docs.slack.dev/reference/app-manifest. Slack knows more fields than these. */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string() }),
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })).default([]),
    shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })).default([]),
  }),
  oauth_config: z.object({
    redirect_urls: z.array(z.string()).default([]),
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean().default(false),
    token_rotation_enabled: z.boolean().default(false),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Thrown when a manifest cannot be used: a sentence with its remedy. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly remedy: string;

  constructor(file: string, problem: string, remedy: string, options?: { cause?: unknown }) {
    super(`${file} ${problem}: ${remedy}.`, options);
    this.remedy = remedy;
  }
}

/**
 * The manifest of the Slack app.
 * @throws ManifestError when it cannot be read, is no YAML, or lacks what Dateline needs
 */
export function readManifest(file: string = OWN_MANIFEST): Manifest {
  const parsed = manifestSchema.safeParse(parseFile(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new ManifestError(file, `is wrong at ${field} (${issue?.message ?? ''})`, 'take the manifest.yml of Dateline', {
    cause: parsed.error,
  });
}

function parseFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof YAMLParseError) {
      const line = cause.linePos?.[0].line;
      throw new ManifestError(file, `is no valid YAML (line ${line ?? '?'})`, 'correct that line', { cause });
    }
    throw new ManifestError(file, 'cannot be read', 'bring the manifest.yml of Dateline back', { cause });
  }
}
