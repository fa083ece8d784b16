import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { nextRuns } from '../../../src/calendar/runs.ts';
import { describeOrder } from '../../../src/digest/describe-order.ts';
import { OrderError } from '../../../src/digest/order-error.ts';
import { readOrder } from '../../../src/digest/typed/read-order.ts';
import { writeOrder } from '../../../src/digest/typed/write-order.ts';
import { desk, NOW } from '../../support/desk.ts';

const typed = parse(readFileSync(join(import.meta.dirname, 'orders.yml'), 'utf8')) as string[];

/** What somebody who typed it is told. */
function told(text: string): string {
  const { names } = desk();
  try {
    const order = readOrder(text, names);
    const runs = nextRuns(order.schedule, NOW, 3).map((run) => run.toISOString().slice(0, 16));
    return [describeOrder(order, names), writeOrder(order, names), runs.join(', ')].join('\n');
  } catch (error) {
    if (error instanceof OrderError) return `refused\n${error.message}`;
    throw error;
  }
}

test('orders and what is said of them, to be read', async () => {
  const lines = typed.map((text) => `> ${text}\n${told(text)}\n`);
  await expect(lines.join('\n')).toMatchFileSnapshot('orders.golden.txt');
});
