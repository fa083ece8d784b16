import { MultipleListenerError, RespondError, UnknownError, webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { boltLog } from '../../src/slack/bolt-log.ts';
import { clientOptions } from '../../src/slack/client-options.ts';
import { describeFailure, unwrapBoltError } from '../../src/slack/failure.ts';
import { memoryLog } from '../support/slack-bench.ts';

const refused = (error: string, more = {}) => new webApi.WebAPIPlatformError({ ok: false, error, ...more });

test.each([
  [
    refused('not_in_channel'),
    { code: 'not_in_channel', remedy: 'invite the bot to the channel with /invite @Dateline' },
  ],
  [
    refused('missing_scope', { needed: 'chat:write' }),
    { code: 'missing_scope', remedy: expect.stringContaining('scope chat:write') },
  ],
  [refused('new_code'), { code: 'new_code', remedy: 'see the code at docs.slack.dev/reference/methods' }],
  [
    refused('invalid_blocks', { response_metadata: { messages: ['[ERROR] must be … [json-pointer:/blocks/0]'] } }),
    { code: 'invalid_blocks', details: ['[ERROR] must be … [json-pointer:/blocks/0]'] },
  ],
  [new webApi.WebAPIRateLimitedError(7), { code: 'ratelimited', remedy: expect.stringContaining('7 s') }],
  [new webApi.WebAPIHTTPError(503, 'x', {}, 'body'), { code: 'http_503' }],
  [new webApi.WebAPIRequestError(new Error('what a person asked')), { code: 'unreachable' }],
  [new RespondError('x', 404), { code: 'response_url_404', remedy: expect.stringContaining('30 minutes') }],
  [new TypeError('what a person asked'), { error: 'TypeError' }],
  ['what a person asked', { error: 'string' }],
])('%o is described', (error, described) => {
  const failure = describeFailure(error);
  expect(failure).toMatchObject(described);
  expect(JSON.stringify(failure)).not.toContain('asked');
});

test('what Bolt wrapped is unwrapped, and nothing else', () => {
  const [first, second] = [refused('is_archived'), new webApi.WebAPIRequestError(new Error('down'))];
  const both = new MultipleListenerError([new UnknownError(first), second]);
  expect(unwrapBoltError(both)).toEqual([first, second]);
  expect(unwrapBoltError('text')).toEqual(['text']);
});

test('no call waits for ever, and a refused one is repeated for seconds at most', () => {
  const { timeout = 0, retryConfig = {} } = clientOptions(undefined, boltLog(memoryLog().log));
  const { retries = 10, maxTimeout = Number.POSITIVE_INFINITY } = retryConfig;
  expect(timeout).toBeGreaterThan(0);
  expect(retries * (maxTimeout + timeout)).toBeLessThanOrEqual(60_000);
});
