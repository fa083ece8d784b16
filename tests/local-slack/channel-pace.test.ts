import type { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { appFromManifest } from '../../src/local-slack/app-settings.ts';
import { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { NEWSROOM } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { readManifest } from '../support/manifest.ts';
import { ManualClock } from '../support/manual-clock.ts';

test('where there is a pace, a second message in a channel has to wait, and other channels do not', async () => {
  const clock = new ManualClock();
  const workspace = { ...NEWSROOM, channels: [...NEWSROOM.channels, { id: 'C0MORE', name: 'more', withBot: true }] };
  const app = appFromManifest(readManifest());
  const slack = await LocalSlack.start({ app, workspaces: [workspace], clock, channelPace: 1_000 });
  try {
    const post = (channel: string) => clientFor(slack).chat.postMessage({ channel, text: 'one' });
    await post('C0NEWS');
    clock.advance(999);
    const error = await post('C0NEWS').catch((failure: unknown) => failure);
    expect((error as webApi.WebAPIRateLimitedError).retryAfter).toBe(1);
    await post('C0MORE');
    clock.advance(1);
    await post('C0NEWS');
    expect(slack.journal.all('posted').map(({ message }) => message.channel)).toEqual(['C0NEWS', 'C0MORE', 'C0NEWS']);
  } finally {
    await slack.close();
  }
});
