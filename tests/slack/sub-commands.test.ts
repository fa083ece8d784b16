import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextPost, startDesk } from '../support/desk-bench.ts';
import { MODES, type SlackBench } from '../support/slack-bench.ts';

describe.each(MODES)('/dateline over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startDesk(mode);
  });
  afterEach(() => bench.stop());

  const type = (text: string) =>
    nextPost(bench, () => bench.slack.people.command('U0ALICE', 'C0NEWS', '/dateline', text));

  test.each([
    ['ask when did Iran strike Ain al-Asad?', /^8 January 2020/],
    ['when did Iran strike Ain al-Asad?', /^8 January 2020/],
    ['on 8 january', /^\d+ events on 8 January, over the years[.,]/],
    ['on January 8th', /^\d+ events on 8 January/],
    ['ON 8 Jan', /^\d+ events on 8 January/],
    ['on today', /events? on 14 March|holds no event on 14 March/],
    ['on 30 february', /^(?!.*over the years)/],
    ['timeline ain al-asad 2024', /^Timeline of Ain al-Asad Air Base in 2024: 7 events\./],
    ['timeline of tea', /^(?!Timeline of)/],
    ['corrections', /^The record (tells of \d+ corrections|holds no correction)/],
    ['latest', /^The latest 5 events; the record runs to/],
    ['latest attack on Erbil in 2021', /2021/],
    ['help', /\/dateline timeline ain al-asad 2024 — lists/],
    ['', /For example/],
  ])('%j', async (text, expected) => {
    const shown = await type(text);
    expect(shown.ephemeralTo).toBe('U0ALICE');
    expect(shown.text).toMatch(expected);
  });
});
