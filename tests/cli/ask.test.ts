import { describe, expect, test } from 'vitest';
import { FERRIES } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

const KEYS = [
  'id',
  'status',
  'kind',
  'text',
  'events',
  'nearest',
  'value',
  'citations',
  'caveats',
  'notUnderstood',
  'ms',
];
const WHEN = 'When did the Marigold sink?';
const SINKING = '1998-11-02-sinking-of-the-marigold';

/** Asks the ferries for JSON. */
async function ask(question: string, ...options: string[]) {
  const { lines, status, errors } = await run('ask', question, '--data', FERRIES, '--json', ...options);
  expect({ status, errors, lines: lines.length }).toEqual({ status: 0, errors: '', lines: 1 });
  return JSON.parse(lines[0]!);
}

describe('dateline ask', () => {
  test('prints an answer as text, and nothing else', async () => {
    const { status, out, errors } = await run('ask', WHEN, '--data', FERRIES);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(out).toContain('2 November 1998');
    expect(out).not.toContain('{');
  });

  test('prints one line of JSON with the keys of the contract in their order', async () => {
    const answer = await ask(WHEN);
    expect(Object.keys(answer)).toEqual(KEYS);
    expect(answer).toMatchObject({ id: null, status: 'answered', kind: 'date', value: { date: '1998-11-02' } });
    expect(answer.events.map((event: { id: string }) => event.id)).toEqual([SINKING]);
    expect(Object.keys(answer.citations[0])).toEqual(['n', 'title', 'publisher', 'date', 'url']);
    expect(answer.ms).toBeGreaterThanOrEqual(0);
  });

  test('counts from the moment that --now gives', async () => {
    const asked = 'How long ago did the Marigold sink?';
    const { value } = await ask(asked, '--now', '1998-11-12T12:00:00Z');
    expect(value).toMatchObject({ days: 10 });
    expect((await ask(asked, '--now', '1998-11-22T12:00:00Z')).value).toMatchObject({ days: 20 });
  });

  test('reads a follow-up after the questions that --thread gives', async () => {
    const { events } = await ask('How many were aboard?', '--thread', WHEN);
    expect(events[0]?.id).toBe(SINKING);
    const later = await ask(
      'And how many were injured?',
      '--thread',
      WHEN,
      '--thread',
      'When did the ferries collide in Kestrel Sound in 2012?',
    );
    expect(later.events[0]?.id).toBe('2012-03-05-collision-in-kestrel-sound');
  });

  test('asks the timeline that --timeline names', async () => {
    expect((await ask(WHEN, '--timeline', 'lake-ferries')).status).toBe('answered');
    const { status, out, errors } = await run('ask', WHEN, '--data', FERRIES, '--timeline', 'sea-ferries');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toBe('There is no timeline "sea-ferries"; loaded: lake-ferries.\n');
  });

  test('shows with --explain how the question was read, after the answer', async () => {
    const plain = await run('ask', WHEN, '--data', FERRIES);
    const explained = await run('ask', WHEN, '--data', FERRIES, '--explain');
    expect(explained.out.startsWith(plain.out)).toBe(true);
    expect(explained.out).toMatch(/\n {2}read +when did the marigold sink\n/);
    expect(explained.out).toMatch(/\n {2}decided +answered, date: one event .*\n {4}tells +2 November 1998: .*\n$/);
  });

  test('gives the same answer to the same question, but for the time it took', async () => {
    const [a, b] = [await ask(WHEN, '--now', '2026-11-22T12:00:00Z'), await ask(WHEN, '--now', '2026-11-22T12:00:00Z')];
    expect({ ...a, ms: 0 }).toEqual({ ...b, ms: 0 });
  });
});

describe('what was typed wrong is said in a sentence, with status 2', () => {
  test.each([
    [['ask'], /^Ask something: dateline ask "/],
    [['ask', 'when', '--now', 'noon'], /^error: .*Write a moment as ISO 8601/],
    [['ask', 'when', '--nwo', 'x'], /^error: unknown option '--nwo'/],
    [['ask', 'when', 'did', 'it'], /^error: too many arguments/],
    [['aks', 'when'], /^error: unknown command 'aks'/],
  ])('%j', async (args, message) => {
    const { status, out, errors } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(errors).toMatch(message);
  });

  test('a moment beyond the calendar is refused like any other that cannot be read', async () => {
    const { status, errors } = await run('ask', WHEN, '--data', FERRIES, '--now', '+012345-01-01T00:00:00Z');
    expect(status).toBe(2);
    expect(errors).toMatch(/ISO 8601/);
  });
});

test.each([['--help'], ['ask', '--help']])('help is printed with status 0: %s %s', async (...args) => {
  const { status, out, errors } = await run(...args.filter((arg) => typeof arg === 'string'));
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(out).toContain('Usage:');
});
