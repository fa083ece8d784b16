import { Agent, get, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { Readiness, type ReadinessReport } from '../../src/health/readiness.ts';
import { memoryLog, startBench } from '../support/slack-bench.ts';

/** Waits with each answer until it is told to go on. */
class SlowReadiness extends Readiness {
  readonly asked = Promise.withResolvers<void>();
  readonly goOn = Promise.withResolvers<void>();

  override async check(): Promise<ReadinessReport> {
    this.asked.resolve();
    await this.goOn.promise;
    return super.check();
  }
}

test('a stop answers what is under way, and does not wait for a balancer that keeps its connection', async () => {
  const readiness = new SlowReadiness(memoryLog().log, 'running');
  const bench = await startBench('http', {}, { readiness });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    get(new URL('/ready', bench.address), { agent }, resolve).on('error', reject);
  });
  await readiness.asked.promise;
  const stopped = bench.stop();
  readiness.goOn.resolve();
  const { statusCode, headers } = (await answer).resume();
  expect([statusCode, headers.connection]).toEqual([200, 'close']);
  await stopped;
  agent.destroy();
});
