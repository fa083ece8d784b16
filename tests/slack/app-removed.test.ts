import { afterEach, expect, test } from 'vitest';
import { clientFor } from '../support/local-slack-client.ts';
import { type OAuthBench, startOAuthBench } from '../support/oauth-bench.ts';
import { startBench } from '../support/slack-bench.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const bench of running.splice(0)) await bench.stop();
});

async function installedBench(...owners: string[]): Promise<OAuthBench> {
  const enterprise = owners.some((owner) => owner.startsWith('E')) ? { id: 'E0MEDIA', name: 'Media' } : undefined;
  const bench = await startOAuthBench(enterprise ? { enterprise } : {});
  running.push(bench);
  for (const owner of owners) await bench.install(owner);
  return bench;
}

const tokenOf = async ({ store }: OAuthBench, team: string) =>
  ((await store.installations.find({ team })) as { bot: { token: string } }).bot.token;

test('an app that is taken out of a workspace is forgotten there, and there only', async () => {
  const bench = await installedBench('T0NEWSDESK', 'T0RADIO');
  await bench.slack.peopleOf('T0RADIO').uninstall();
  expect(await bench.store.installations.owners()).toEqual([{ team: 'T0NEWSDESK' }]);
  await bench.mention('T0NEWSDESK');
  expect(bench.slack.journal.all('posted')).toHaveLength(1);
});

test('a token that is revoked is forgotten', async () => {
  const bench = await installedBench('T0NEWSDESK', 'T0RADIO');
  await clientFor(bench.slack, await tokenOf(bench, 'T0NEWSDESK')).auth.revoke();
  await bench.logLine(({ msg, event }) => msg === 'an installation was removed' && event === 'tokens_revoked');
  expect(await bench.store.installations.owners()).toEqual([{ team: 'T0RADIO' }]);
});

test('an organisation that removes the app is forgotten', async () => {
  const bench = await installedBench('E0MEDIA');
  await bench.slack.peopleOf('T0NEWSDESK').uninstall();
  expect(await bench.store.installations.owners()).toEqual([]);
});

test('a removal that Slack tells late does not take away a later installation', async () => {
  const bench = await installedBench('T0NEWSDESK');
  const people = bench.slack.peopleOf('T0NEWSDESK');
  await people.sendEvent({ type: 'app_uninstalled' });
  await people.sendEvent({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0DATELINE'] } });
  expect(await bench.store.installations.owners()).toEqual([{ team: 'T0NEWSDESK' }]);
  await bench.mention('T0NEWSDESK');
  expect(bench.slack.journal.all('posted')).toHaveLength(1);
});

test('the tokens of people, which Dateline does not have, are no concern of it', async () => {
  const bench = await installedBench('T0NEWSDESK');
  bench.slack.faults.refuse('auth.test', 'token_revoked');
  await bench.slack
    .peopleOf('T0NEWSDESK')
    .sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U0ALICE'], bot: [] } });
  expect(await bench.store.installations.owners()).toEqual([{ team: 'T0NEWSDESK' }]);
});

test('what cannot be checked now is told again by Slack, and forgotten then', async () => {
  const bench = await installedBench('T0NEWSDESK');
  bench.slack.faults.refuse('auth.test', 'internal_error');
  await bench.slack.peopleOf('T0NEWSDESK').uninstall();
  const refused = bench.slack.journal.all('undelivered').map(({ attempt }) => attempt);
  expect(refused).toEqual([0]);
  expect(await bench.store.installations.owners()).toEqual([]);
});

test('an installation that cannot be read any more is forgotten all the same', async () => {
  const bench = await installedBench('T0NEWSDESK');
  await bench.place.sql("update installations set sealed = 'nonsense'");
  await bench.slack.peopleOf('T0NEWSDESK').uninstall();
  expect(await bench.store.installations.owners()).toEqual([]);
});

test('with a single token set, the log says that the app was removed', async () => {
  const bench = await startBench('http');
  running.push(bench);
  await bench.slack.people.uninstall();
  const line = await bench.logLine(({ event }) => event === 'app_uninstalled');
  expect(line).toMatchObject({ level: 'warn', team: 'T0NEWSDESK' });
});
