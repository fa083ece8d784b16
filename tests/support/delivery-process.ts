import { type Calendar, startCalendar } from '../../src/delivery/calendar-service.ts';
import { type Clock, storeClock } from '../../src/delivery/clock.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { openDateline } from '../../src/prepared/open.ts';
import { boltLog } from '../../src/slack/bolt-log.ts';
import { SlackPoster } from '../../src/slack/posting/slack-poster.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { DatabaseSettings } from '../../src/store/store-settings.ts';

/** What a process that posts on schedule is started with. */
export interface DeliveryProcessSettings {
  apiUrl: string;
  botToken: string;
  database: DatabaseSettings;
  dataFolder: string;
  /** How far its clock is ahead of the machine's, in milliseconds. */
  ahead: number;
}

/**
 * The calendar in a process of its own, over a store that others use too. It sends the lines of its log, and lives until it
 * is killed. It stops when it is told so, and goes on when it is told how far ahead its clock is then, and says so each time.
 */
const { apiUrl, botToken, database, dataFolder, ahead } = JSON.parse(process.argv[2]!) as DeliveryProcessSettings;
const log = createLog('info', { write: (line) => void process.send?.({ logged: JSON.parse(line) }) });
const dateline = await openDateline(dataFolder);
const store = await openStore({ database, encryptionKeys: [], keepUnanswered: false });
let calendar = await start(ahead);
process.send!({ ahead });
process.on('message', async (message: { ahead: number } | 'stop') => {
  if (message === 'stop') await calendar.stop();
  else calendar = await start(message.ahead);
  process.send!(message === 'stop' ? { stopped: true } : { ahead: message.ahead });
});
// Who started it is gone.
process.on('disconnect', () => process.exit());

function start(ahead: number): Promise<Calendar> {
  const poster = new SlackPoster({ tokens: async () => [botToken], apiUrl, logger: boltLog(log) });
  return startCalendar({
    dateline,
    store,
    poster,
    log,
    metrics: createMetrics().delivery,
    settings: { catchUpMs: 72 * 60 * 60_000, unknownPosts: 'hold' },
    clock: clockAhead(ahead, storeClock(store)),
  });
}

function clockAhead(ms: number, clock: Clock): Clock {
  return { ...clock, now: async () => new Date((await clock.now()).getTime() + ms) };
}
