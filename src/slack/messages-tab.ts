import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { localDay } from '../calendar/local-day.ts';
import { formatEdtf } from '../record/format-date.ts';
import { truncate } from '../render/limits.ts';
import type { ListenerDeps } from './deps.ts';
import { describeFailure } from './failure.ts';

type OpenedArgs = Pick<AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_home_opened'>, 'event' | 'client'>;

/** Slack shows four prompts at most. */
const PROMPTS = 4;
/** Anniversaries among them. */
const ANNIVERSARIES = 2;
const TITLE = 75;

interface Prompt {
  title: string;
  message: string;
}

/** Offers questions to whoever opens the Messages tab: of this day in earlier years, and those that the record shows itself by. */
export async function handleMessagesOpened({ event, client }: OpenedArgs, deps: ListenerDeps): Promise<void> {
  if (event.tab !== 'messages') return;
  const [first, ...others] = promptsFor(deps);
  if (!first) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts: [first, ...others] });
  } catch (error) {
    // A workspace without agents has no place for prompts; people can write all the same.
    deps.log.info(describeFailure(error), 'prompts could not be offered');
  }
}

/** The prompts of a day. */
export function promptsFor({
  dateline,
  clock,
  examples,
}: Pick<ListenerDeps, 'dateline' | 'clock' | 'examples'>): Prompt[] {
  const today = localDay(clock(), 'UTC');
  const anniversaries = dateline
    .occasions({ first: today, last: today })
    .filter(({ event, fromLeapDay }) => !fromLeapDay && /^\d{4}-\d{2}-\d{2}$/.test(event.date))
    .slice(0, ANNIVERSARIES)
    .map(({ event: { date, title } }) => ({
      title: truncate(`On this day in ${date.slice(0, 4)}: ${title}`, TITLE),
      message: `What happened on ${formatEdtf(date)}?`,
    }));
  const shown = examples.map((example) => ({ title: truncate(example, TITLE), message: example }));
  return [...anniversaries, ...shown].slice(0, PROMPTS);
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('app_home_opened', (args) => handleMessagesOpened(args, deps));
}
