import { describe, expect, test } from 'vitest';
import { RateLimit } from '../../src/slack/rate-limit.ts';
import { desk } from '../support/desk.ts';
import { BOT } from '../support/local-newsroom.ts';
import { MODES, startBench } from '../support/slack-bench.ts';

const ALICE = { team: 'T', user: 'A', channel: 'C' };
const BOB = { ...ALICE, user: 'B' };

function limited(user = { burst: 2, everyMs: 1_000 }, channel = { burst: 100, everyMs: 1 }) {
  let now = 0;
  const limits = new RateLimit(() => new Date(now), { user, channel });
  const advance = (ms: number) => {
    now += ms;
  };
  return { limits, advance };
}

test('a person may ask so many at once, then one in each interval', () => {
  const { limits, advance } = limited();
  expect([1, 2].map(() => limits.take(ALICE).allowed)).toEqual([true, true]);
  expect(limits.take(ALICE)).toEqual({ allowed: false, waitMs: 1_000, told: false });
  advance(999);
  expect(limits.take(ALICE)).toEqual({ allowed: false, waitMs: 1, told: true });
  advance(1);
  expect(limits.take(ALICE).allowed).toBe(true);
  expect(limits.take(ALICE)).toMatchObject({ allowed: false, told: false });
  advance(60_000);
  expect([1, 2, 3].map(() => limits.take(ALICE).allowed)).toEqual([true, true, false]);
});

test('people do not use up what others may ask, but what a channel takes', () => {
  const { limits } = limited(undefined, { burst: 3, everyMs: 5_000 });
  limits.take(ALICE);
  limits.take(ALICE);
  limits.take(ALICE);
  expect(limits.take(BOB).allowed).toBe(true);
  expect(limits.take(BOB)).toEqual({ allowed: false, waitMs: 5_000, told: false });
  expect(limits.take({ ...BOB, channel: 'D' }).allowed).toBe(true);
  expect(limits.take({ ...ALICE, team: 'U' }).allowed).toBe(true);
});

describe.each(MODES)('over %s', (mode) => {
  test('who asks too fast is told so once, in private, and answered again later', async () => {
    const bench = await startBench(
      mode,
      {},
      { dateline: desk(), allowances: { user: { burst: 1, everyMs: 60_000 }, channel: { burst: 9, everyMs: 1 } } },
    );
    const { people, journal } = bench.slack;
    for (let n = 0; n < 4; n++)
      await people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> when did Iran strike Ain al-Asad?`);
    await people.command('U0ALICE', 'C0NEWS', '/dateline', 'latest');
    const posted = journal.all('posted').map(({ message }) => message);
    expect(posted.map(({ ephemeralTo }) => ephemeralTo)).toEqual([undefined, 'U0ALICE']);
    expect(posted[1]?.text).toBe('That is a lot of questions at once. Please ask again in 60 seconds; I answer then.');
    bench.advance(60_000);
    await people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> when did Iran strike Ain al-Asad?`);
    expect(journal.all('posted')).toHaveLength(3);
    await bench.stop();
  });
});
