import type { App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { shareButton } from './share-button.ts';

type CommandArgs = Pick<SlackCommandMiddlewareArgs, 'command' | 'ack' | 'respond'>;

export const COMMAND = '/dateline';

/** Answers `/dateline QUESTION` to the asker alone, with a button that shares the answer in the channel. */
export async function handleCommand({ command, ack, respond }: CommandArgs, deps: ListenerDeps): Promise<void> {
  await ack();
  const question = incomingText(command.text ?? '');
  const { message, answers } = answerQuestion(question, deps);
  const blocks = answers ? [...message.blocks, shareButton(question)] : message.blocks;
  await respond({ response_type: 'ephemeral', text: message.text, blocks, unfurl_links: false, unfurl_media: false });
}

export function register(app: App, deps: ListenerDeps): void {
  app.command(COMMAND, (args) => handleCommand(args, deps));
}
