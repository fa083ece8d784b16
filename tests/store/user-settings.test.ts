import { expect, test } from 'vitest';
import { overEachDatabase } from '../support/stores.ts';

const USER = { team: 'T1', user: 'U1' };
const MORNING = new Date('2026-11-22T08:00:00Z');
const NOON = new Date('2026-11-22T12:00:00Z');

overEachDatabase('the settings of a person', (place) => {
  test('are kept with when they were chosen, and can be taken back', async () => {
    const { userSettings } = await place().open();
    expect(await userSettings.get(USER)).toEqual({ timeline: null, changedAt: null });
    expect(await userSettings.change(USER, { timeline: 'iraq' }, MORNING)).toEqual({
      timeline: 'iraq',
      changedAt: MORNING,
    });
    expect(await userSettings.change(USER, {}, NOON)).toEqual({ timeline: 'iraq', changedAt: NOON });
    await userSettings.change(USER, { timeline: null }, NOON);
    expect(await userSettings.get(USER)).toEqual({ timeline: null, changedAt: NOON });
  });

  test('belong to one person of one workspace', async () => {
    const { userSettings } = await place().open();
    await userSettings.change(USER, { timeline: 'iraq' }, MORNING);
    expect(await userSettings.get({ team: 'T2', user: 'U1' })).toMatchObject({ timeline: null });
    expect(await userSettings.get({ team: 'T1', user: 'U2' })).toMatchObject({ timeline: null });
  });
});
