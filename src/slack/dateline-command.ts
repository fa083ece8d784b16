import type { AllMiddlewareArgs, App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerQuestion } from './answer-question.ts';
import { readSubCommand } from './commands/index.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { respondPrivately } from './pressed.ts';
import { saying } from './reply.ts';
import { settingsOf } from './settings/settings-of.ts';
import { teamOf } from './team-of.ts';
import { tooMany } from './too-many.ts';

type CommandArgs = Pick<
  AllMiddlewareArgs & SlackCommandMiddlewareArgs,
  'command' | 'ack' | 'respond' | 'client' | 'context'
>;

export const COMMAND = '/dateline';

/** Does what was typed after `/dateline`, and shows it to the asker alone; what names no sub-command is a question. */
export async function handleCommand(
  { command, ack, respond, client, context }: CommandArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const [team, channel, user] = [teamOf(context), command.channel_id, command.user_id];
  const permission = deps.limits.take({ team, channel, user });
  if (!permission.allowed) {
    if (!permission.told) await respondPrivately(respond, saying(tooMany(permission.waitMs)), { inPlace: false });
    return;
  }
  const text = incomingText(command.text ?? '');
  const { timeline } = await settingsOf({ team, channel, user }, deps);
  const named = readSubCommand(text);
  const done = await named?.command.run({ team, channel, user, rest: named.rest, timeline, command, client }, deps);
  if (done === 'none') return;
  const replies = [done ?? answerQuestion(text, deps, { timeline })].flat();
  for (const reply of replies) await respondPrivately(respond, reply, { inPlace: false });
}

export function register(app: App, deps: ListenerDeps): void {
  app.command(COMMAND, (args) => handleCommand(args, deps));
}
