import type { Message } from '../../src/local-slack/state/message.ts';
import { desk } from './desk.ts';
import { type BenchOptions, type MODES, type SlackBench, startBench } from './slack-bench.ts';

/** The bench over the real record. */
export function startDesk(mode: (typeof MODES)[number], options: BenchOptions = {}): Promise<SlackBench> {
  return startBench(mode, {}, { dateline: desk(), ...options });
}

/** The labels of the buttons of a message, by their ids. */
export function buttonsOf(message: Pick<Message, 'blocks'>): Record<string, string> {
  const elements = (message.blocks ?? []).flatMap((block) =>
    block.type === 'actions' ? (block.elements as { action_id: string; text: { text: string } }[]) : [],
  );
  return Object.fromEntries(elements.map(({ action_id, text }) => [action_id, text.text]));
}

/** What the bot posts or changes next because of an act, as it stands then. */
export async function nextPost({ slack }: SlackBench, act: () => Promise<unknown>): Promise<Message> {
  const before = slack.journal.all('posted').length;
  await act();
  const posted = await slack.journal.until('posted', () => true, before + 1);
  const { message } = posted[before]!;
  return { ...(slack.workspace.find(message.channel, message.ts) ?? message) };
}
