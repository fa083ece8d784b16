import { describe, expect, test } from 'vitest';
import { desk, NOW } from '../support/desk.ts';

const ask = (question: string, ...thread: string[]) => desk().ask(question, { now: NOW, thread });
const ids = (question: string, ...thread: string[]) => ask(question, ...thread).events.map(({ id }) => id);

describe('a question of a thread', () => {
  const MINE = 'when did the Samuel B Roberts hit a mine?';
  const ROBERTS = '1988-04-14-uss-samuel-b-roberts-mine-strike';

  test('that counts, and names only who counts, is about the event of the thread', () => {
    expect(ids('how many of the crew hurt, White House number', MINE)).toEqual([ROBERTS]);
  });

  test('that counts, and names only whose people it counts, is about the event of the thread', () => {
    const [event] = ids('how many of the dead were American?', 'when did F-15s shoot down two Black Hawks over Iraq');
    expect(event).toBe('1994-04-14-black-hawk-friendly-fire-shootdown');
  });

  test('that counts what only an event of its own has is about that', () => {
    expect(ids('how many were killed at Tower 22', MINE)).toEqual(['2024-01-28-tower-22-drone-attack']);
  });

  test('for who was blamed asks for no holder of an office', () => {
    const karbala = 'what day was the raid in Karbala by men dressed as Americans';
    expect(ids('who did the US military end up blaming for that one?', karbala)).toEqual([
      '2007-01-20-karbala-provincial-headquarters-raid',
    ]);
  });

  test('for a toll, the last one, asks for no last event', () => {
    expect(ask('toll? the last one, not the first', 'when were the Kerman bombs')).toMatchObject({
      kind: 'figure',
      events: [{ id: '2024-01-03-kerman-bombings' }],
    });
  });
});
