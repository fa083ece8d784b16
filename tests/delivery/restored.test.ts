import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/store/backup/back-up.ts';
import { readLines } from '../../src/store/backup/read-lines.ts';
import { restore } from '../../src/store/backup/restore.ts';
import { startDeliveryBench } from '../support/delivery-bench.ts';
import { overEachDatabase } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HOUR = 60 * 60_000;
const folder = temporaryFolder();

overEachDatabase('after a backup was brought back', (place) => {
  test('nothing is posted again that was posted since the backup, and what was not is', async () => {
    const bench = await startDeliveryBench(place());
    try {
      const file = join(folder(), 'backup.jsonl');
      const owe = (channel: string, key: string, dueAt: Date) =>
        bench.store.outbox.add([{ ...bench.delivery(channel, key), dueAt }], bench.now());
      const early = bench.now();
      await owe('C0NEWS', 'in the backup', early);
      await backUp(await place().connect('look'), file, { now: bench.now(), force: false });
      await bench.deliverAll();
      bench.advance(HOUR);
      const later = bench.now();
      await owe('C0NEWS', 'after the backup', later);
      await bench.deliverAll();
      bench.advance(HOUR);

      await restore(await place().connect('use'), readLines(file), { replace: true, now: bench.now() });
      // What a subscription owed in the meantime it owes again, under the same key.
      await owe('C0NEWS', 'after the backup', later);
      await owe('C0WORLD', 'missed', later);
      bench.advance(HOUR);
      await owe('C0WORLD', 'of today', bench.now());
      await bench.deliverAll();

      expect(bench.posted()).toEqual(['in the backup', 'after the backup', 'missed', 'of today']);
      expect(bench.counted.filter((what) => what === 'in doubt found')).toHaveLength(2);
      expect(bench.counted.filter((what) => what === 'in doubt absent')).toHaveLength(1);
    } finally {
      await bench.stop();
    }
  });
});
