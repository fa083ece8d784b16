import { webApi } from '@slack/bolt';
import { WHERE_TO_FIND } from '../config.ts';
import { describeFailure } from './failure.ts';

/** Thrown when the bot cannot start: one sentence with the remedy, and Slack's or the system's code. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** What went wrong when Slack was called with one of the tokens at the start. */
export function tokenStartError(variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', error: unknown): SlackStartError {
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    return new SlackStartError(code, `Slack refuses ${variable} (${code}): ${WHERE_TO_FIND[variable]}.`, {
      cause: error,
    });
  }
  const failure = describeFailure(error);
  if ('code' in failure) {
    return new SlackStartError(failure.code, `Slack does not answer (${failure.code}): ${failure.remedy}.`, {
      cause: error,
    });
  }
  return new SlackStartError('no_connection', 'Slack closed the connection before it was ready: start again.', {
    cause: error,
  });
}

/** What went wrong when the port was opened. */
export function portStartError(port: number, error: unknown): SlackStartError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const why = code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${code})`;
  return new SlackStartError(code, `Port ${port} ${why}: set PORT to another one.`, { cause: error });
}
