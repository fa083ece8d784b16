import type { Dateline } from '../dateline.ts';
import { renderSlackMessage } from '../render/slack-message.ts';
import { type Finding, findingsOf } from './finding.ts';
import { isRefusal, type SlackLine } from './slack-line.ts';

const blocks = findingsOf('blocks');

/** Has Slack validate the message of an answer, which is posted nowhere. */
export async function checkBlocks(dateline: Dateline, now: Date, token: string, line: SlackLine): Promise<Finding> {
  const [question = 'What do you cover?'] = dateline.examples;
  const message = renderSlackMessage(dateline.ask(question, { now }));
  try {
    await line.client(token).blocks.validate({ blocks: message.blocks });
    return blocks.ok(`Slack takes the answer to “${question}”`);
  } catch (error) {
    if (!isRefusal(error)) return blocks.unchecked('Slack could not be asked');
    const code = error.data.error;
    if (!code.startsWith('invalid_blocks')) return blocks.unchecked(`Slack does not validate them (${code})`);
    return blocks.problem(`Slack refuses the answer to “${question}” (${code}): report this, it is a defect`);
  }
}
