import { expect, test } from 'vitest';
import { failureOf, overEachDatabase } from '../support/stores.ts';

const STATE = { nonce: 'n-1', payload: '{"scopes":["chat:write"]}', expiresAt: new Date(10_000) };
const BEFORE = new Date(9_999);

overEachDatabase('the state of an installation', (place) => {
  test('is used once', async () => {
    const { oauthStates } = await place().open();
    await oauthStates.issue(STATE);
    expect(await oauthStates.use('n-1', BEFORE)).toBe(STATE.payload);
    expect(await oauthStates.use('n-1', BEFORE)).toBeUndefined();
  });

  test('is refused where it was never issued', async () => {
    const { oauthStates } = await place().open();
    await oauthStates.issue(STATE);
    expect(await oauthStates.use('n-2', BEFORE)).toBeUndefined();
    expect(await oauthStates.use("n-1' or '1'='1", BEFORE)).toBeUndefined();
    expect(await oauthStates.use('n-1', BEFORE)).toBe(STATE.payload);
  });

  test('is refused from the moment at which it expires', async () => {
    const { oauthStates } = await place().open();
    await oauthStates.issue(STATE);
    expect(await oauthStates.use('n-1', new Date(10_000))).toBeUndefined();
  });

  test('is used once where two come back with it at the same moment', async () => {
    const [one, other] = await Promise.all([place().open(), place().open()]);
    for (let round = 0; round < 20; round++) {
      await one.oauthStates.issue(STATE);
      const payloads = await Promise.all([one.oauthStates.use('n-1', BEFORE), other.oauthStates.use('n-1', BEFORE)]);
      expect(payloads.filter((payload) => payload !== undefined)).toEqual([STATE.payload]);
    }
  });

  test('cannot be issued twice', async () => {
    const { oauthStates } = await place().open();
    await oauthStates.issue(STATE);
    const failure = await failureOf(oauthStates.issue({ ...STATE, payload: 'forged' }));
    expect(failure).toMatchObject({ name: 'StoreError' });
    expect(failure.message).not.toContain('n-1');
    expect(await oauthStates.use('n-1', BEFORE)).toBe(STATE.payload);
  });

  test('is forgotten once it has expired', async () => {
    const { oauthStates } = await place().open();
    await oauthStates.issue(STATE);
    await oauthStates.issue({ ...STATE, nonce: 'n-2', expiresAt: new Date(20_000) });
    expect(await oauthStates.purge(new Date(10_000))).toBe(1);
    expect(await oauthStates.use('n-2', BEFORE)).toBe(STATE.payload);
  });
});
