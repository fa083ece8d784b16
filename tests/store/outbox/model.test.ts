import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimedDelivery, OutboxRepository } from '../../../src/store/outbox.ts';
import { at, claimAt, deliveryTo } from '../../support/outbox.ts';
import { OutboxModel } from '../../support/outbox-model.ts';
import { overEachDatabase } from '../../support/stores.ts';

/** What is tried against the store and the model alike. */
class Trial {
  readonly #outbox: OutboxRepository;
  readonly #model = new OutboxModel();
  readonly #claims = new Map<string, ClaimedDelivery>();
  #now = 0;
  /** Whether the next claim may be told too early, since nothing but a claim corrects it. */
  #early = false;

  constructor(outbox: OutboxRepository) {
    this.#outbox = outbox;
  }

  async do([what, which, seconds]: Step): Promise<void> {
    await this.#do(what, which, seconds);
    const found = (await this.#outbox.list({ limit: 1_000 })).map(({ key, state, attempts }) => [key, state, attempts]);
    expect(found.sort()).toEqual(
      this.#model.entries.map(({ key, state, attempts }) => [key, state, attempts] as unknown[]).sort(),
    );
    const next = await this.#outbox.nextClaim();
    const expected = this.#model.next();
    if (!this.#early) expect(next).toEqual(expected === null ? null : at(expected));
    if (expected !== null) expect(next!.getTime()).toBeLessThanOrEqual(at(expected).getTime());
  }

  async #do(what: Step[0], which: number, seconds: number): Promise<void> {
    const outbox = this.#outbox;
    const model = this.#model;
    const claim = [...this.#claims.values()][which % Math.max(this.#claims.size, 1)];
    const channelFreeAt = at(this.#now + 1);
    if (what === 'pass') this.#now += seconds;
    if (what === 'add') {
      const channel = `C${which % 4}`;
      await outbox.add([deliveryTo(channel, `${which}`)], at(this.#now));
      model.add(`${which}`, channel, this.#now);
    }
    if (what === 'claim') {
      const claimed = await claimAt(outbox, this.#now);
      const expected = model.claim(this.#now);
      expect(claimed.map(({ key, inDoubt }): [string, boolean] => [key, inDoubt]).sort()).toEqual(expected);
      for (const each of claimed) this.#claims.set(each.key, each);
    }
    if (what === 'drop') {
      const entry = model.find(`${which}`);
      const can = entry?.state === 'waiting' || entry?.state === 'held';
      expect(await outbox.drop(`${which}`)).toBe(can);
      this.#early ||= can;
      if (can) model.drop(entry);
    }
    if (what === 'retry') {
      const held = model.entries.filter(({ state }) => state === 'held');
      expect(await outbox.retry(at(this.#now))).toBe(held.length);
      for (const entry of held) Object.assign(entry, { state: 'waiting', notBefore: this.#now, attempts: 0 });
    }
    if (!claim) return;
    if (what === 'markPosted') {
      expect(await outbox.markPosted(claim, { messageTs: '1.1', now: at(this.#now), channelFreeAt })).toBe(true);
      model.end(claim.key, { state: 'posted' }, this.#now + 1);
      this.#claims.delete(claim.key);
    }
    if (what === 'postpone') {
      const notBefore = this.#now + Math.abs(seconds);
      const inDoubt = seconds % 2 === 0;
      await outbox.postpone(claim, { notBefore: at(notBefore), reason: 'x', inDoubt, channelFreeAt });
      model.end(claim.key, { state: 'waiting', notBefore, inDoubt }, this.#now + 1);
      this.#claims.delete(claim.key);
    }
    if (what === 'release') {
      await outbox.release(claim);
      model.end(claim.key, { state: 'waiting', attempts: model.find(claim.key)!.attempts - 1 }, -Infinity);
      this.#claims.delete(claim.key);
    }
    if (what === 'hold') {
      const inDoubt = seconds % 2 === 0;
      await outbox.hold(claim, { reason: 'x', inDoubt, now: at(this.#now), notices: [], channelFreeAt });
      model.end(claim.key, { state: 'held', inDoubt }, this.#now + 1);
      this.#claims.delete(claim.key);
    }
  }
}

type Step = [
  what: 'pass' | 'add' | 'claim' | 'markPosted' | 'postpone' | 'release' | 'hold' | 'drop' | 'retry',
  which: number,
  seconds: number,
];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('add' as const, 'claim' as const, 'pass' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'markPosted' as const,
        'postpone' as const,
        'release' as const,
        'hold' as const,
        'drop' as const,
        'retry' as const,
      ),
    },
  ),
  fc.nat(15),
  // A clock that goes on, or jumps.
  fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 90 }) }, fc.integer({ min: -5_000, max: 5_000 })),
);

overEachDatabase('the outbox, whatever is done with it', (place) => {
  test('claims what it must, and never tells too late when', { timeout: 120_000 }, async () => {
    const { outbox } = await place().open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await place().sql('delete from outbox');
        await place().sql('delete from outbox_channels');
        const trial = new Trial(outbox);
        for (const each of steps) await trial.do(each);
      }),
      // The same steps each time: a failure is the same on every machine, and ends at once.
      { numRuns: 40, endOnFailure: true },
    );
  });
});
