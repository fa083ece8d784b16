import { describe, expect, test } from 'vitest';
import { createLog, describeError } from '../src/log.ts';
import { boltLog } from '../src/slack/bolt-log.ts';

function capture(level: Parameters<typeof createLog>[0] = 'trace') {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line: string) => void lines.push(line) }), lines };
}

test('a line is one JSON object with its level in words', () => {
  const { log, lines } = capture();
  log.info({ port: 3000 }, 'listening');
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', port: 3000, msg: 'listening' });
});

test('what is below the level is not written', () => {
  const { log, lines } = capture('warn');
  log.info('no');
  expect(lines).toEqual([]);
});

test.each([
  [{ token: 'abc' }],
  [{ slack: { botToken: 'abc' } }],
  [{ slack: { event: { text: 'abc' } } }],
  [{ question: 'abc' }],
  [{ url: 'xoxb-abc' }],
  [{ list: ['xapp-1-abc'] }],
  [{ store: { database: { databaseUrl: 'abc' } } }],
  [{ database: { password: 'abc' } }],
  [{ store: { encryptionKeys: ['abc'] } }],
  [{ reason: 'cannot reach postgres://user:abc@db/dateline now' }],
  [{ list: ['postgresql://db/dateline?password=abc'] }],
])('%j loses its secret', (fields) => {
  const { log, lines } = capture();
  log.info(fields, 'see xoxp-abc');
  expect(lines[0]).not.toContain('abc');
  expect(lines[0]).toContain('[removed]');
});

test('an error is described without its message', () => {
  const described = describeError(new RangeError('what a person asked'));
  expect(described.error).toBe('RangeError');
  expect(described.at[0]).toMatch(/^at /);
  expect(JSON.stringify(described)).not.toContain('asked');
  expect(describeError('what a person asked')).toEqual({ error: 'string', at: [] });
});

describe('what Bolt logs', () => {
  test('debug lines, which hold payloads, are dropped', () => {
    const { log, lines } = capture('trace');
    boltLog(log).debug('Received a message on the WebSocket: {"text":"asked"}');
    expect(lines).toEqual([]);
  });

  test('other lines pass without quotations', () => {
    const { log, lines } = capture();
    boltLog(log).warn('Malformed request body: Unexpected token, "what a person asked" is not valid JSON');
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', from: 'bolt' });
    expect(lines[0]).not.toContain('asked');
  });

  test('an error passes as its kind', () => {
    const { log, lines } = capture();
    boltLog(log).error(new TypeError('what a person asked'));
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', msg: 'TypeError' });
  });
});
