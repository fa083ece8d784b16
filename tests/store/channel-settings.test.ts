import { expect, test } from 'vitest';
import { overEachDatabase } from '../support/stores.ts';

const CHANNEL = { team: 'T1', channel: 'C1' };
const MORNING = new Date('2026-11-22T08:00:00.123Z');
const NOON = new Date('2026-11-22T12:00:00Z');
const BEGINNING = { answerWithoutMention: false, ephemeral: false, timeline: null, changed: null };

overEachDatabase('the settings of a channel', (place) => {
  test('are those that every channel begins with until somebody changes them', async () => {
    const { channelSettings } = await place().open();
    expect(await channelSettings.get(CHANNEL)).toEqual(BEGINNING);
  });

  test('are kept with who changed them and when', async () => {
    const { channelSettings } = await place().open();
    const all = { answerWithoutMention: true, ephemeral: true, timeline: 'iraq' };
    const changed = await channelSettings.change(CHANNEL, all, { by: 'U1', now: MORNING });
    expect(changed).toEqual({ ...all, changed: { by: 'U1', at: MORNING } });
    expect(await channelSettings.get(CHANNEL)).toEqual(changed);
  });

  test('stay as they are where a change does not name them', async () => {
    const { channelSettings } = await place().open();
    await channelSettings.change(CHANNEL, { ephemeral: true, timeline: 'iraq' }, { by: 'U1', now: MORNING });
    const changed = { by: 'U2', at: NOON };
    expect(await channelSettings.change(CHANNEL, { answerWithoutMention: true }, { by: 'U2', now: NOON })).toEqual({
      answerWithoutMention: true,
      ephemeral: true,
      timeline: 'iraq',
      changed,
    });
    expect(
      await channelSettings.change(CHANNEL, { timeline: null, ephemeral: false }, { by: 'U2', now: NOON }),
    ).toEqual({ ...BEGINNING, answerWithoutMention: true, changed });
  });

  test('are not lost where two people change different ones at the same moment', async () => {
    const [one, other] = await Promise.all([place().open(), place().open()]);
    await Promise.all([
      one.channelSettings.change(CHANNEL, { ephemeral: true }, { by: 'U1', now: NOON }),
      other.channelSettings.change(CHANNEL, { timeline: 'iraq' }, { by: 'U2', now: NOON }),
    ]);
    expect(await one.channelSettings.get(CHANNEL)).toMatchObject({ ephemeral: true, timeline: 'iraq' });
  });

  test('belong to one channel of one workspace', async () => {
    const { channelSettings } = await place().open();
    await channelSettings.change(CHANNEL, { ephemeral: true }, { by: 'U1', now: MORNING });
    expect(await channelSettings.get({ team: 'T1', channel: 'C2' })).toEqual(BEGINNING);
    expect(await channelSettings.get({ team: 'T2', channel: 'C1' })).toEqual(BEGINNING);
  });

  test('outlive the process', async () => {
    const first = await place().open();
    await first.channelSettings.change(CHANNEL, { ephemeral: true }, { by: 'U1', now: MORNING });
    await first.close();
    const { channelSettings } = await place().open();
    expect(await channelSettings.get(CHANNEL)).toMatchObject({ ephemeral: true });
  });
});
