import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desk } from '../support/desk.ts';
import type { Verdict } from '../support/judge.ts';
import { askCase, judgeCase, readCases } from '../support/read-cases.ts';

/**
 * The share of right answers, in percent, under which no set may fall, and the share of wrong ones that it may not pass.
 * The first may only rise, the second only fall.
 */
const FLOORS: Record<string, { right: number; wrong: number }> = {
  'first.jsonl': { right: 91.9, wrong: 0.1 },
  'second.jsonl': { right: 79, wrong: 4.5 },
  'third.jsonl': { right: 90.5, wrong: 3 },
  'fourth.jsonl': { right: 88, wrong: 2 },
  'fifth.jsonl': { right: 87.5, wrong: 3.5 },
  'sixth.jsonl': { right: 79, wrong: 5 },
  'seventh.jsonl': { right: 83, wrong: 4.5 },
  'eighth.jsonl': { right: 86.5, wrong: 1.5 },
  'descriptions.jsonl': { right: 74.5, wrong: 5.5 },
};

const folder = import.meta.dirname;

describe.each(readdirSync(folder).filter((name) => name.endsWith('.jsonl')))('the questions of %s', (name) => {
  const cases = readCases(join(folder, name));

  test('are answered as well as they ever were', { timeout: 120_000 }, () => {
    const results = cases.map((one) => ({ one, verdict: judgeCase(one, askCase(desk(), one)) }));
    const share = (verdict: Verdict) =>
      (100 * results.filter((result) => result.verdict === verdict).length) / results.length;
    const told = results
      .filter(({ verdict }) => verdict !== 'right')
      .map(({ one, verdict }) => `${verdict} ${one.id}: ${one.question}`);
    expect(share('right'), told.join('\n')).toBeGreaterThanOrEqual(FLOORS[name]!.right);
    expect(share('wrong'), told.join('\n')).toBeLessThanOrEqual(FLOORS[name]!.wrong);
  });

  test('name events of the record', () => {
    const ids = new Set(
      desk()
        .events()
        .map((event) => event.id),
    );
    const named = cases.flatMap(({ expect: { first = [], all = [], not = [], nearest = [] } }) => [
      ...first,
      ...all,
      ...not,
      ...nearest,
    ]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
