import type { z } from 'zod';

/** Thrown when the environment cannot be used: one sentence a variable, each with its remedy and never with a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly { variable: string; message: string }[];

  constructor(problems: readonly { variable: string; message: string }[], options?: { cause?: unknown }) {
    super(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'), options);
    this.problems = problems;
  }
}

/**
 * Reads the variables that a schema names from an environment. One that is empty or blank counts as absent.
 * @throws ConfigError when one has a wrong form
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Record<string, string | undefined>,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.keys(schema.shape).flatMap((name) => {
    const value = env[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const parsed = schema.safeParse(Object.fromEntries(present));
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0] ?? 'The environment'), message })),
  );
}
