import { type Calendar, startCalendar } from '../../src/delivery/calendar-service.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { createLog } from '../../src/log.ts';
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
 * The calendar in a process of its own, over a store that others use too. It sends the lines of its log, and its
 * `ahead` once it works, and lives until it is killed. Told another `ahead`, it stops cleanly, and goes on by that.
 */
const { apiUrl, botToken, database, dataFolder, ahead } = JSON.parse(process.argv[2]!) as DeliveryProcessSettings;
const log = createLog('info', { write: (line) => void process.send?.({ logged: JSON.parse(line) }) });
const dateline = await openDateline(dataFolder);
const store = await openStore({ database, encryptionKeys: [], keepUnanswered: false });
let calendar = await start(ahead);
process.send!({ ahead });
let moved = Promise.resolve();
process.on('message', (message: { ahead: number }) => {
  moved = moved.then(async () => {
    await calendar.stop();
    calendar = await start(message.ahead);
    process.send!({ ahead: message.ahead });
  });
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
    settings: { catchUpMs: 72 * 60 * 60_000, unknownPosts: 'hold' },
    clock: clockAhead(ahead),
  });
}

function clockAhead(ms: number): Clock {
  return {
    now: () => new Date(Date.now() + ms),
    after: (wait, run) => {
      const timer = setTimeout(run, wait);
      return () => clearTimeout(timer);
    },
  };
}
