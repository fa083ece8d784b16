import { expect, test } from 'vitest';
import type { EventFacts } from '../../src/answer/event-facts.ts';
import { meetsPlace } from '../../src/answer/meet-place.ts';
import { ferryTimeline } from '../support/dated-timeline.ts';

const timeline = ferryTimeline();

/** How far an event at these places is at a place that its text does not name. */
function met(place: string, places: readonly string[]): number {
  const placesWithin = [...timeline.gazetteer.placeClosure(places)];
  const facts = { event: { ...timeline.events[0]!, places, placesWithin } } as unknown as EventFacts;
  return meetsPlace(place, facts, timeline, { spot: false, named: 0 });
}

const ON_THE_LAKE = ['skarnholm', 'pellin', 'kestrel-sound', 'dorrin-quay'];

test('an event of few places is at each of them, and at what holds them', () => {
  expect(met('pellin', ['pellin', 'skarnholm'])).toBe(1);
  expect(met('talvessa', ['pellin', 'skarnholm'])).toBe(1);
  expect(met('brunsvik', ['pellin', 'skarnholm'])).toBe(0);
});

test('a campaign is less at one of its many places than an event of that place', () => {
  expect(met('pellin', ON_THE_LAKE)).toBeLessThan(1);
  expect(met('pellin', ON_THE_LAKE)).toBeGreaterThan(0);
});

test('what holds all places of an event is met in full, however many they are', () => {
  expect(met('lake-orvane', ON_THE_LAKE)).toBe(1);
  expect(met('lake-orvane', [...ON_THE_LAKE, 'brunsvik'])).toBeLessThan(1);
});
