import { expect, test } from 'vitest';
import type { NewProposal } from '../../src/store/proposals.ts';
import { failureOf, overEachDatabase } from '../support/stores.ts';

const CORRECTION: NewProposal = {
  team: 'T1',
  channel: 'C1',
  user: 'U1',
  kind: 'correction',
  event: '2020-01-08-ain-al-asad',
  text: 'The second wave came at 01:45.',
  date: '8 January 2020, about 1:45',
  sourceUrl: 'https://example.org/report',
};
const NEW_EVENT: NewProposal = { ...CORRECTION, kind: 'event', event: null, date: null, sourceUrl: null };
const MORNING = new Date('2026-11-22T08:00:00Z');
const NOON = new Date('2026-11-22T12:00:00Z');

overEachDatabase('proposals', (place) => {
  test('are kept as they were made, open', async () => {
    const { proposals } = await place().open();
    for (const proposal of [CORRECTION, NEW_EVENT]) {
      const kept = await proposals.add(proposal, MORNING);
      expect(kept).toEqual({
        ...proposal,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        createdAt: MORNING,
        state: 'open',
        decided: null,
        posted: null,
      });
      expect(await proposals.find(kept)).toEqual(kept);
    }
  });

  test('remember the message with which they were put before the editors', async () => {
    const { proposals } = await place().open();
    const kept = await proposals.add(CORRECTION, MORNING);
    expect(await proposals.notePost(kept, { channel: 'C9', messageTs: '1.1' })).toBe(true);
    expect(await proposals.notePost(kept, { channel: 'C9', messageTs: '1.2' })).toBe(true);
    expect(await proposals.find(kept)).toEqual({ ...kept, posted: { channel: 'C9', messageTs: '1.2' } });
    expect(await proposals.notePost({ team: 'T1', id: 'nothing' }, { channel: 'C9', messageTs: '1.1' })).toBe(false);
  });

  test('are decided once; who comes later is told who decided and how', async () => {
    const { proposals } = await place().open();
    const kept = await proposals.add(CORRECTION, MORNING);
    const decided = { ...kept, state: 'declined', decided: { by: 'U5', at: NOON } };
    expect(await proposals.decide(kept, { state: 'declined', by: 'U5', now: NOON })).toEqual({
      outcome: 'decided',
      proposal: decided,
    });
    expect(await proposals.decide(kept, { state: 'accepted', by: 'U6', now: NOON })).toEqual({
      outcome: 'already-decided',
      proposal: decided,
    });
    expect(await proposals.find(kept)).toEqual(decided);
  });

  test('are decided once where editors decide at the same moment over connections of their own', async () => {
    const [one, other] = await Promise.all([place().open(), place().open()]);
    for (let round = 0; round < 20; round++) {
      const kept = await one.proposals.add(CORRECTION, MORNING);
      const decisions = await Promise.all([
        one.proposals.decide(kept, { state: 'accepted', by: 'U5', now: NOON }),
        other.proposals.decide(kept, { state: 'declined', by: 'U6', now: NOON }),
      ]);
      expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['already-decided', 'decided']);
      const [first, second] = decisions.map((decision) => 'proposal' in decision && decision.proposal);
      expect(first).toEqual(second);
    }
  });

  test('are not found through another workspace', async () => {
    const { proposals } = await place().open();
    const { id } = await proposals.add(CORRECTION, MORNING);
    const elsewhere = { team: 'T2', id };
    expect(await proposals.find(elsewhere)).toBeUndefined();
    expect(await proposals.decide(elsewhere, { state: 'accepted', by: 'U5', now: NOON })).toEqual({
      outcome: 'not-found',
    });
    expect(await proposals.notePost(elsewhere, { channel: 'C9', messageTs: '1.1' })).toBe(false);
    expect(await proposals.list('T2')).toEqual([]);
    expect(await proposals.find({ team: 'T1', id })).toMatchObject({ state: 'open', posted: null });
  });

  test('are listed newest first, by their state, and no more than asked for', async () => {
    const { proposals } = await place().open();
    const [first, second, third] = [
      await proposals.add({ ...CORRECTION, text: 'first' }, new Date(1_000)),
      await proposals.add({ ...CORRECTION, text: 'second' }, new Date(2_000)),
      await proposals.add({ ...CORRECTION, text: 'third' }, new Date(3_000)),
    ];
    await proposals.decide(second, { state: 'accepted', by: 'U5', now: NOON });
    expect((await proposals.list('T1')).map(({ text }) => text)).toEqual(['third', 'second', 'first']);
    expect(await proposals.list('T1', { state: 'open' })).toEqual([third, first]);
    expect(await proposals.list('T1', { state: 'open', limit: 1 })).toEqual([third]);
    expect(await proposals.list('T1', { state: 'declined' })).toEqual([]);
  });

  test('of a kind that there is not are refused, and nothing is kept', async () => {
    const { proposals } = await place().open();
    const wrong = { ...CORRECTION, kind: 'complaint' as 'event' };
    expect(await failureOf(proposals.add(wrong, MORNING))).toMatchObject({ name: 'StoreError', code: 'failed' });
    expect(await proposals.list('T1')).toEqual([]);
  });
});
