import type { Store } from '../../src/store/store.ts';

const NOW = new Date('2026-11-22T12:00:00.456Z');
const LATER = new Date(NOW.getTime() + 60_000);
const TEAM = 'T1';
const CHANNEL = 'C1';

/** Puts something of every kind into a store. */
export async function fill(store: Store): Promise<void> {
  await store.channelSettings.change(
    { team: TEAM, channel: CHANNEL },
    { ephemeral: true, timeline: 'iraq' },
    { by: 'U1', now: NOW },
  );
  await store.userSettings.change({ team: TEAM, user: 'U1' }, { timeline: null }, NOW);
  const proposal = await store.proposals.add(
    {
      team: TEAM,
      channel: CHANNEL,
      user: 'U1',
      kind: 'correction',
      event: '2020-01-08-ain-al-asad',
      text: 'Two “waves”, not one.\u2028And a line of its own.\n\tTab, \\ and emoji 🚀.',
      date: null,
      sourceUrl: 'https://example.org/?a=1&b=2',
    },
    NOW,
  );
  await store.proposals.notePost(proposal, { channel: 'C9', messageTs: '1.1' });
  await store.proposals.decide(proposal, { state: 'accepted', by: 'U9', now: NOW });
  for (const user of ['U1', 'U2']) {
    await store.feedback.give(
      {
        team: TEAM,
        channel: CHANNEL,
        messageTs: '1.2',
        user,
        verdict: 'bad-source',
        comment: null,
        events: ['a'],
        intent: null,
      },
      NOW,
    );
  }
  await store.installations.save({ team: TEAM }, { bot: { token: 'xoxb-secret' } }, NOW);
  await store.oauthStates.issue({ nonce: 'n-1', payload: '{}', expiresAt: NOW });
  await store.seenDeliveries.settle('Ev1', new Date(NOW.getTime() + 1));
  await store.unansweredQuestions.add({ team: TEAM, channel: CHANNEL, text: 'Who?', status: 'declined' }, NOW);
  await fillOutbox(store);
  await store.recordChanges.note('iraq', [{ event: 'a', fields: { title: '1', date: '2' } }], NOW);
  await store.recordChanges.note('iraq', [{ event: 'a', fields: { title: '2' } }], NOW);
}

/** A subscription with a run that was accounted for, what is owed for it, and a channel that was closed. */
async function fillOutbox({ subscriptions, outbox }: Store): Promise<void> {
  const subscription = await subscriptions.add(
    { team: TEAM, channel: CHANNEL, user: 'U1', order: { kind: 'daily', words: '“on this day” 🚀' }, nextRunAt: NOW },
    NOW,
  );
  await outbox.owe(
    {
      subscription,
      expected: NOW,
      runs: [{ at: NOW, outcome: 'owed' }],
      nextRunAt: LATER,
      delivery: { key: 'first', team: TEAM, channel: CHANNEL, subscription: subscription.id, message: { text: 'x' } },
    },
    NOW,
  );
  await outbox.add([{ key: 'notice', team: TEAM, channel: 'U1', subscription: null, message: [1, null] }], NOW);
  const request = { holder: 'test', besides: [], now: NOW, leaseUntil: LATER, farthest: LATER, limit: 2 };
  const [first, notice] = await outbox.claim(request);
  await outbox.markPosted(first!, { messageTs: '1.3', now: NOW, channelFreeAt: LATER });
  await outbox.postpone(notice!, { notBefore: LATER, reason: 'timeout', inDoubt: true, channelFreeAt: LATER });
}

/** Everything that a store holds and shows. */
export async function contentsOf(store: Store): Promise<object> {
  return {
    channel: await store.channelSettings.get({ team: TEAM, channel: CHANNEL }),
    user: await store.userSettings.get({ team: TEAM, user: 'U1' }),
    proposals: await store.proposals.list(TEAM),
    feedback: await store.feedback.list(TEAM),
    installation: await store.installations.find({ team: TEAM }),
    delivery: await store.seenDeliveries.claim('Ev1', { now: NOW, until: NOW }),
    questions: await store.unansweredQuestions.list(),
    subscriptions: await store.subscriptions.list(TEAM),
    outbox: await store.outbox.list(),
    next: await store.outbox.nextClaim(),
    changes: await store.recordChanges.between(new Date(0), LATER),
  };
}
