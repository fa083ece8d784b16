import { expect, test } from 'vitest';
import { failureOf, KEY, OTHER_KEY, overEachDatabase } from '../support/stores.ts';

const TEAM = { team: 'T1' };
const ENTERPRISE = { enterprise: 'E1' };
const INSTALLATION = {
  team: { id: 'T1', name: 'Wire “desk” 🗞️' },
  bot: { token: 'xoxb-secret', scopes: ['chat:write'] },
};
const MORNING = new Date('2026-11-22T08:00:00Z');

overEachDatabase('installations', (place) => {
  test('are found by their owner, a workspace or an organisation', async () => {
    const { installations } = await place().open();
    await installations.save(TEAM, INSTALLATION, MORNING);
    await installations.save(ENTERPRISE, { enterprise: { id: 'E1' } }, new Date(MORNING.getTime() + 1));
    expect(await installations.find(TEAM)).toEqual(INSTALLATION);
    expect(await installations.find(ENTERPRISE)).toEqual({ enterprise: { id: 'E1' } });
    expect(await installations.find({ team: 'E1' })).toBeUndefined();
    expect(await installations.owners()).toEqual([TEAM, ENTERPRISE]);
  });

  test('are replaced by a later one and deleted for good', async () => {
    const { installations } = await place().open();
    await installations.save(TEAM, INSTALLATION, MORNING);
    await installations.save(TEAM, { again: true }, MORNING);
    expect(await installations.find(TEAM)).toEqual({ again: true });
    expect(await installations.delete(TEAM)).toBe(true);
    expect(await installations.delete(TEAM)).toBe(false);
    expect(await installations.find(TEAM)).toBeUndefined();
    expect(await place().sql('select * from installations')).toEqual([]);
  });

  test('hold nothing that can be read in the database', async () => {
    const { installations } = await place().open();
    await installations.save(TEAM, INSTALLATION, MORNING);
    const stored = JSON.stringify(await place().sql('select * from installations'));
    expect(stored).toContain('T1');
    for (const secret of ['xoxb', 'desk', Buffer.from('xoxb-secret').toString('base64').slice(0, 12)]) {
      expect(stored).not.toContain(secret);
    }
  });

  test('are neither kept nor read without a key, and can still be deleted', async () => {
    await (await place().open()).installations.save(TEAM, INSTALLATION, MORNING);
    const { installations } = await place().open({ encryptionKeys: [] });
    const wanted = {
      name: 'StoreError',
      code: 'no-key',
      message:
        'Installations are kept encrypted and no key is set: set DATELINE_ENCRYPTION_KEY to the output of "openssl rand -base64 32", and keep it safe.',
    };
    expect(await failureOf(installations.save(TEAM, INSTALLATION, MORNING))).toMatchObject(wanted);
    expect(await failureOf(installations.find(TEAM))).toMatchObject(wanted);
    expect(await failureOf(installations.reencrypt())).toMatchObject(wanted);
    expect(await installations.owners()).toEqual([TEAM]);
    expect(await installations.delete(TEAM)).toBe(true);
  });

  test('that were encrypted with a key that is not set say so, and with what', async () => {
    await (await place().open()).installations.save(TEAM, INSTALLATION, MORNING);
    const { installations } = await place().open({ encryptionKeys: [OTHER_KEY] });
    const failure = await failureOf(installations.find(TEAM));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'wrong-key' });
    expect(failure.message).toMatch(
      /^The installation of team T1 was encrypted with a key that is not set \(fingerprint [0-9a-f]{12}\): add that key/,
    );
  });

  test('are decrypted by every key that is set and encrypted anew by the first', async () => {
    const old = await place().open({ encryptionKeys: [KEY] });
    await old.installations.save(TEAM, INSTALLATION, MORNING);
    const both = await place().open({ encryptionKeys: [OTHER_KEY, KEY] });
    expect(await both.installations.find(TEAM)).toEqual(INSTALLATION);
    await both.installations.save(ENTERPRISE, INSTALLATION, MORNING);

    expect(await both.installations.reencrypt()).toBe(1);
    expect(await both.installations.reencrypt()).toBe(0);

    const rotated = await place().open({ encryptionKeys: [OTHER_KEY] });
    expect(await rotated.installations.find(TEAM)).toEqual(INSTALLATION);
    expect(await rotated.installations.find(ENTERPRISE)).toEqual(INSTALLATION);
    expect(await failureOf(old.installations.find(TEAM))).toMatchObject({ code: 'wrong-key' });
  });

  test('that somebody put under another owner, or changed, are not decrypted', async () => {
    const { installations } = await place().open();
    await installations.save(TEAM, INSTALLATION, MORNING);
    await place().sql("update installations set owner_id = 'T2'");
    const failure = await failureOf(installations.find({ team: 'T2' }));
    expect(failure).toMatchObject({ code: 'damaged-installation' });
    expect(failure.message).toContain('The installation of team T2 is damaged');
    await place().sql("update installations set sealed = 'plain'");
    expect(await failureOf(installations.find({ team: 'T2' }))).toMatchObject({ code: 'damaged-installation' });
  });
});
