import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desk } from '../../support/desk.ts';
import { MODES, type SlackBench, startBench } from '../../support/slack-bench.ts';

describe.each(MODES)('over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    // The real record answers. It is read before the bench runs: reading it takes longer than a connection waits.
    const record = desk();
    bench = await startBench(mode);
    bench.dateline.answer = (question) => record.ask(question, bench.dateline.asked.at(-1)!.options);
  });
  afterEach(() => bench.stop());

  const check = async (text: string, channel = 'C0NEWS', threadTs?: string) => {
    const said = await bench.slack.people.say('U0BOB', channel, text, threadTs === undefined ? {} : { threadTs });
    await bench.slack.people.messageShortcut(channel === 'C0NEWS' ? 'U0ALICE' : 'U0BOB', said, 'check_with_dateline');
    const [posted] = await bench.slack.journal.until('posted', ({ message }) => message.ephemeralTo !== undefined);
    return posted!.message;
  };

  test('each dated claim is set beside the record, with sources, for the asker alone', async () => {
    const message = await check(
      'Iran struck Ain al-Asad on 8 January 2020.\nThe Beirut barracks bombing was on 23 October 1984. Trump visited Paris on 3 May 2018.',
    );
    expect(message).toMatchObject({ ephemeralTo: 'U0ALICE', channel: 'C0NEWS' });
    expect(message.thread_ts).toBeUndefined();
    expect(message.text.split('\n').slice(0, 6)).toEqual([
      '“Iran struck Ain al-Asad on 8 January 2020.”',
      'The record agrees with the date.',
      '“The Beirut barracks bombing was on 23 October 1984.”',
      'The record has another date.',
      '“Trump visited Paris on 3 May 2018.”',
      'Not in the record.',
    ]);
    const blocks = JSON.stringify(message.blocks);
    expect(blocks).toContain('23 October 1983, about 06:22 in Lebanon: Truck bomb at Marine barracks in Beirut');
    expect(blocks).toMatch(/1 <https:[^|]+\|/);
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ claims: 3, verdicts: ['agrees', 'other-date', 'not-found'] }),
    );
    expect(JSON.stringify(bench.logged)).not.toContain('Beirut');
  });

  test('in a thread it is answered in the thread', async () => {
    const root = await bench.slack.people.say('U0BOB', 'C0NEWS', 'what a week');
    const message = await check('Israel bombed Osirak on 7 June 1981.', 'C0NEWS', root.ts);
    expect(message).toMatchObject({ thread_ts: root.ts });
    expect(message.text).toContain('The record agrees with the date.');
  });

  test('it works where the bot is no member, and in a direct message', async () => {
    const said = await bench.slack.people.say('U0BOB', 'C0QUIET', 'Israel bombed Osirak in 1982.');
    await bench.slack.people.messageShortcut('U0BOB', said, 'check_with_dateline');
    const [quiet] = await bench.slack.journal.until('posted', ({ message }) => message.channel === 'C0QUIET');
    expect(quiet?.message.text).toContain('The record has another date.');
    expect((await check('Israel bombed Osirak on 7 June 1981.', 'D0BOB')).ephemeralTo).toBe('U0BOB');
  });

  test('who asks faster than Dateline answers is told so', async () => {
    const said = await bench.slack.people.say('U0BOB', 'C0NEWS', 'lunch?');
    for (let asked = 0; asked < 21; asked += 1) {
      await bench.slack.people.messageShortcut('U0ALICE', said, 'check_with_dateline');
    }
    const posted = await bench.slack.journal.until('posted', ({ message }) => message.ephemeralTo !== undefined, 21);
    expect(posted.at(-1)?.message.text).toContain('That is a lot of questions at once.');
  });

  test('a message without a dated claim gets an explanation', async () => {
    const message = await check('<@U0ALICE> lunch?');
    expect(message.text).toContain('I find no dated claim in that message');
    expect(bench.dateline.asked).toEqual([]);
  });

  test('"today" is the day on which the message was written', async () => {
    await check('Erbil was hit yesterday.');
    const written = bench.slack.workspace.messages.find(({ text }) => text.startsWith('Erbil'))!;
    const days = bench.dateline.asked.map(({ options }) => options.now.toISOString().slice(0, 10));
    expect(new Set(days)).toEqual(new Set([new Date(Number(written.ts) * 1000).toISOString().slice(0, 10)]));
  });

  test('live markup of the message comes back dead', async () => {
    const message = await check(
      '<!channel> <@U0BOB> *Iran* struck <https://evil.example|Ain al-Asad> on 8 January 2020',
    );
    expect(message.text).not.toMatch(/<[!@]/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/<[!@]|evil\.example/);
  });

  test('a failure of the record is excused and logged without the words', async () => {
    bench.dateline.answer = () => {
      throw new TypeError('secret');
    };
    const message = await check('The secret strike was on 8 January 2020');
    expect(message.text).toContain('Something went wrong while I checked that message');
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', error: 'TypeError' }));
    expect(JSON.stringify(bench.logged)).not.toContain('secret');
  });
});
