import { renderNotice, type SlackMessage } from '../render/slack-message.ts';

/** What is said, once, to somebody who asks faster than Dateline answers. */
export function tooMany(waitMs: number): SlackMessage {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return renderNotice(
    `That is a lot of questions at once. Please ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}; I answer then.`,
  );
}
