import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigestOrder } from '../../../src/digest/order.ts';
import { DIGEST_KINDS } from '../../../src/digest/order.ts';
import { isTooHeavy, validateView } from '../../../src/local-slack/blocks/validate-view.ts';
import type { Json } from '../../../src/local-slack/json.ts';
import { validateMessage } from '../../../src/local-slack/validate-message.ts';
import { LIMITS } from '../../../src/render/limits.ts';
import { withoutLookalikes } from '../../../src/render/mrkdwn.ts';
import { confirmation } from '../../../src/slack/subscriptions/confirmation.ts';
import { homeDigests } from '../../../src/slack/subscriptions/home-section.ts';
import { endAllMessage, listMessage } from '../../../src/slack/subscriptions/list-view.ts';
import { newDigestView } from '../../../src/slack/subscriptions/new-digest-view.ts';
import { readNewDigest } from '../../../src/slack/subscriptions/read-new-digest.ts';
import { problemsMessage, readTyped } from '../../../src/slack/subscriptions/read-typed.ts';
import { anyText } from '../../support/arbitrary-answer.ts';
import { arbitrarySchedule } from '../../support/arbitrary-schedule.ts';
import { FakeDateline } from '../../support/fake-dateline.ts';
import { NOW } from '../../support/slack-bench.ts';

const dateline = new FakeDateline();

const anyOrder: fc.Arbitrary<DigestOrder> = fc.record({
  digest: fc.constantFrom(...DIGEST_KINDS),
  schedule: arbitrarySchedule(),
  filter: fc.record({
    places: fc.array(anyText, { maxLength: 30 }),
    actors: fc.array(anyText, { maxLength: 30 }),
    kinds: fc.array(anyText, { maxLength: 30 }),
    milestonesOnly: fc.boolean(),
    minimumWeight: fc.nat(),
  }),
  leads: fc.constantFrom([], ['P14D'], ['P14D', 'P1M']),
  emptyDays: fc.constantFrom('silent', 'say'),
});

const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const anyListed = fc
  .array(
    fc.record({
      order: fc.option(anyOrder, { nil: undefined }),
      subscription: fc.record({
        team: fc.constant('T1'),
        channel: fc.oneof(fc.constantFrom('C0NEWS', 'D0ALICE', 'G0CLOSED'), anyText),
        user: fc.oneof(fc.constantFrom('U0ALICE', 'W0BOB'), anyText),
        id: fc.uuid(),
        order: fc.constant({}),
        createdAt: anyMoment,
        nextRunAt: perhaps(anyMoment),
        lastRunAt: perhaps(anyMoment),
        snoozedUntil: perhaps(anyMoment),
        paused: perhaps(fc.record({ reason: anyText, at: anyMoment })),
      }),
    }),
    { maxLength: 20 },
  )
  .map((all) => all.map((each, index) => ({ ...each, number: index + 1 })));

const anyPlace = fc.constantFrom('C0NEWS', 'D0ALICE', undefined);

test('Slack takes any list, on each of its pages, and the question whether all are to end', () => {
  fc.assert(
    fc.property(anyListed, anyPlace, fc.nat({ max: 6 }), anyText, (listed, channel, page, notice) => {
      const shown = { where: { team: 'T1', user: 'U0ALICE', channel }, listed, dateline, now: NOW };
      const message = listMessage(shown, { page, notice });
      // What the response address takes: past about 13,000 Slack answers `msg_blocks_too_long`.
      expect(JSON.stringify(message.blocks).length).toBeLessThan(13_000);
      expect(message.text.length).toBeLessThanOrEqual(LIMITS.fallbackText);
      validateMessage({ text: message.text, blocks: message.blocks });
      const { text, blocks } = endAllMessage(shown);
      validateMessage({ text, blocks });
    }),
    { numRuns: 100 },
  );
});

test('Slack takes the Home tab’s part, whoever set up what', () => {
  fc.assert(
    fc.property(anyListed, (listed) => {
      const where = { team: 'T1', user: 'U0ALICE' };
      const view = { type: 'home' as const, blocks: homeDigests({ where, listed, dateline, now: NOW }) };
      expect(validateView(view, 'home')).toEqual([]);
      expect(isTooHeavy(view as unknown as Json)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('Slack takes what is said of any order, and names in it stay text', () => {
  fc.assert(
    fc.property(anyListed, fc.constantFrom('made', 'exists'), (listed, outcome) => {
      for (const { subscription, order } of listed) {
        if (!order) continue;
        const said = confirmation({ outcome, subscription, order }, { dateline, now: NOW, zone: 'Asia/Tehran' });
        validateMessage({ text: said.text, blocks: said.blocks });
        expect(said.text.replaceAll(/<#[CG][A-Z0-9]+>/g, '')).not.toMatch(/<[@#!]/);
      }
    }),
    { numRuns: 100 },
  );
});

test('Slack takes the form and what is said against any order', () => {
  for (const zone of [undefined, 'America/New_York'])
    expect(validateView(newDigestView({ callbackId: 'new_digest', zone, forEditors: true }), 'modal')).toEqual([]);
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readTyped(text, dateline);
      if ('problems' in read) validateMessage({ ...problemsMessage(read.problems) });
    }),
  );
});

const INPUTS = ['digest', 'channel', 'days', 'time', 'zone', 'filters', 'extras', 'cron'];

test('whatever a form holds, it is an order, or each error stands beside an input that there is', () => {
  const value = fc.oneof(
    anyText,
    fc.constantFrom('on-this-day', 'weekdays', '08:30', 'Europe/London', '30 8 * * *', ''),
  );
  const anyValues = fc.record(
    Object.fromEntries(
      INPUTS.map((input) => [
        input,
        fc.record({
          [input]: fc.record({
            type: fc.constant('any'),
            value: perhaps(value),
            selected_time: perhaps(value),
            selected_conversation: perhaps(fc.constant('C0NEWS')),
            selected_option: perhaps(fc.record({ value })),
            selected_options: fc.array(fc.record({ value }), { maxLength: 3 }),
          }),
        }),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyValues, (values) => {
      const read = readNewDigest(values as never, dateline);
      if ('order' in read) return;
      expect(Object.keys(read.errors).length).toBeGreaterThan(0);
      for (const [block, words] of Object.entries(read.errors)) {
        expect(INPUTS).toContain(block);
        expect(words.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('what a message shows in place of formatting characters is read as those', () => {
  expect(withoutLookalikes('30 8 ∗ ∗ 1-5 America/NewˍYork')).toBe('30 8 * * 1-5 America/New_York');
});
