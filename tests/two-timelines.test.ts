import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AskOptions, createDateline, UnknownTimelineError } from '../src/dateline.ts';
import { prepare } from '../src/prepare.ts';
import { HOME } from '../src/prepared/home.ts';
import { loadIntents } from '../src/question/load-language.ts';
import { loadTimelines } from '../src/record/load.ts';
import { FERRIES } from './support/broken-timeline.ts';

const [ferries] = loadTimelines(FERRIES);
const [attacks] = loadTimelines(join(HOME, 'data'));
const intents = loadIntents(join(HOME, 'intents'));
const dateline = createDateline(prepare([attacks!, ferries!], intents));
const swapped = createDateline(prepare([ferries!, attacks!], intents));
const now = new Date('2026-11-22T12:00:00Z');

function ask(question: string, options: Partial<AskOptions> = {}, of = dateline) {
  const { status, timeline, events, nearest, value, citations } = of.ask(question, { now, ...options });
  return { status, timeline, ids: events.map(({ id }) => id), nearest, value, citations };
}

/** Questions of each subject, with the event that answers them. */
const FERRY_QUESTIONS = [
  ['When did the Marigold sink?', '1998-11-02-sinking-of-the-marigold'],
  ['When did the deckhands strike for longer rests?', '2016-05-09-deckhands-strike'],
  ['Where did the ferry Osprey hit a barge?', '2016-03-05-collision-in-kestrel-sound'],
  ['How many were injured in the collision in Kestrel Sound in 2012?', '2012-03-05-collision-in-kestrel-sound'],
] as const;
const ATTACK_QUESTIONS = [
  ['When was Tower 22 attacked?', '2024-01-28-tower-22-drone-attack'],
  ['When were the Khobar Towers bombed?', '1996-06-25-khobar-towers-bombing'],
  ['How many were killed in the bombing of the USS Cole?', '2000-10-12-uss-cole-bombing'],
] as const;

test('both timelines are loaded under their names, in the order given', () => {
  expect(dateline.timelines).toEqual(['us-forces-iraq', 'lake-ferries']);
  expect(dateline.examples).toEqual([...attacks!.card.examples, ...ferries!.card.examples]);
});

describe('a question is answered from the timeline that holds the answer', () => {
  test.each([
    ...FERRY_QUESTIONS.map((question) => ['lake-ferries', ...question] as const),
    ...ATTACK_QUESTIONS.map((question) => ['us-forces-iraq', ...question] as const),
  ])('of %s: %s', (timeline, question, id) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ status: 'answered', timeline });
    expect(answer.ids[0]).toBe(id);
    expect(ask(question, { timeline })).toEqual(answer);
    expect(ask(question, {}, swapped)).toEqual(answer);
  });
});

describe('a timeline that is named answers nothing of another subject', () => {
  test.each([
    ...FERRY_QUESTIONS.map(([question]) => ['us-forces-iraq', question] as const),
    ...ATTACK_QUESTIONS.map(([question]) => ['lake-ferries', question] as const),
    ['lake-ferries', 'When did Iran strike Ain al-Asad?'] as const,
    ['lake-ferries', 'How many were wounded at Ain al-Asad?'] as const,
  ])('%s: %s', (timeline, question) => {
    expect(ask(question, { timeline })).toMatchObject({ status: 'declined', timeline, ids: [], value: null });
  });
});

test('no answer mixes events of the two, whatever is asked', () => {
  const questions = [
    'When was the strike?',
    'How many strikes were there?',
    'What happened in 2016?',
    'How many were killed in 1998?',
    'What came before the ferry strike?',
    'When did the Marigold sink and when was Tower 22 hit?',
    'List everything in 2012.',
  ];
  for (const question of questions) {
    const { timeline, ids, nearest } = ask(question);
    const { byId } = timeline === 'lake-ferries' ? ferries! : attacks!;
    for (const id of [...ids, ...nearest.map((event) => event.id)]) expect(byId.has(id)).toBe(true);
  }
});

test('what neither holds is declined', () => {
  expect(ask('When did the Zanzibar tram derail?')).toMatchObject({ status: 'declined', ids: [] });
});

test('a follow-up stays in the timeline that its thread is about', () => {
  const answer = ask('How many were aboard?', { thread: ['When did the Marigold sink?'] });
  expect(answer).toMatchObject({ status: 'answered', timeline: 'lake-ferries' });
  expect(answer.ids[0]).toBe('1998-11-02-sinking-of-the-marigold');
});

test('a date at the home clock is told only where a timeline has one', () => {
  expect(ask('When did the ferries collide in Kestrel Sound in 2012?').value).toEqual({ date: '2012-03-05' });
  expect(ask('When did Iran strike Ain al-Asad in January 2020?').value).toEqual({
    date: '2020-01-08',
    washington: '2020-01-07',
  });
});

test('a timeline that is not loaded is an error that names those that are', () => {
  const wrong = () => ask('When did the Marigold sink?', { timeline: 'sea-ferries' });
  expect(wrong).toThrow(UnknownTimelineError);
  expect(wrong).toThrow('There is no timeline "sea-ferries"; loaded: us-forces-iraq, lake-ferries.');
});
