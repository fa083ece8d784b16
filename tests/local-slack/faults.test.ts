import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { startNewsroom } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom();
});
afterEach(() => slack.close());

const post = (text: string) => clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text });
const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );
const posts = () => slack.journal.all('posted').map(({ message }) => message.text);

test('the next so many calls are told to wait, and then it works again', async () => {
  slack.faults.rateLimit('chat.postMessage', 30, { times: 2 });
  for (const text of ['1', '2']) {
    const error = await failure(post(text));
    expect(error).toBeInstanceOf(webApi.WebAPIRateLimitedError);
    expect((error as webApi.WebAPIRateLimitedError).retryAfter).toBe(30);
  }
  await post('3');
  expect(posts()).toEqual(['3']);
});

test('a fault is for one method, or for any', async () => {
  slack.faults.refuse('chat.update', 'internal_error');
  await post('1');
  slack.faults.refuse('*', 'fatal_error');
  await expect(post('2')).rejects.toThrow('fatal_error');
  expect(posts()).toEqual(['1']);
});

test('a status of the 500s', async () => {
  slack.faults.status('chat.postMessage', 503);
  const error = await failure(post('1'));
  expect(error).toBeInstanceOf(webApi.WebAPIHTTPError);
  expect((error as webApi.WebAPIHTTPError).statusCode).toBe(503);
});

test('a connection that breaks before the message is posted, or after it', async () => {
  slack.faults.drop('chat.postMessage');
  expect(await failure(post('before'))).toBeInstanceOf(webApi.WebAPIRequestError);
  slack.faults.drop('chat.postMessage', { afterEffect: true });
  expect(await failure(post('after'))).toBeInstanceOf(webApi.WebAPIRequestError);
  expect(posts()).toEqual(['after']);
});

test('a call hangs until it is let go', async () => {
  const release = slack.faults.hang('chat.postMessage');
  const posting = post('1');
  await slack.journal.until('fault');
  expect(posts()).toEqual([]);
  release();
  await posting;
  expect(posts()).toEqual(['1']);
});

test('what was planned can be taken back', async () => {
  slack.faults.status('*', 500, { times: 9 });
  slack.faults.clear();
  await post('1');
  expect(posts()).toEqual(['1']);
});
