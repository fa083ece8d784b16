import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { eventSchema } from '../../../src/record/event-schema.ts';
import { proposalPatch } from '../../../src/slack/suggest/proposal-patch.ts';
import type { Proposal } from '../../../src/store/proposals.ts';
import { anyText } from '../../support/arbitrary-answer.ts';
import { record } from '../../support/desk.ts';

const EVENT = record()[0]!.byId.get('2020-01-08-operation-martyr-soleimani')!;

function proposal(overrides: Partial<Proposal> = {}): Proposal {
  return {
    team: 'T0NEWSDESK',
    channel: 'C0NEWS',
    user: 'U0ALICE',
    kind: 'event',
    event: null,
    text: 'Drone falls near Taji: nobody is hurt\nIt was found at dawn.',
    date: '9 March 2026',
    sourceUrl: 'https://www.example.org/drone?id=1',
    id: '3b1f0f0e-0000-4000-8000-000000000000',
    createdAt: new Date('2026-03-14T09:00:00Z'),
    state: 'accepted',
    decided: { by: 'U0BOB', at: new Date('2026-03-15T09:00:00Z') },
    posted: null,
    ...overrides,
  };
}

/** What the event schema says of a YAML file, of which fields may be missing. */
function read(yaml: string) {
  return eventSchema.partial().parse(parse(yaml));
}

test('a missing event becomes a candidate that an editor completes', () => {
  const { filename, yaml } = proposalPatch(proposal());
  expect(filename).toBe('2026-03-09-drone-falls-near-taji-nobody-is.yaml');
  expect(read(yaml)).toEqual({
    id: '2026-03-09-drone-falls-near-taji-nobody-is',
    title: 'Drone falls near Taji: nobody is hurt',
    date: '2026-03-09',
    summary: 'Drone falls near Taji: nobody is hurt\nIt was found at dawn.',
    sources: [
      {
        key: 'a',
        description: 'The page that was given with the suggestion',
        publisher: 'example.org',
        url: 'https://www.example.org/drone?id=1',
        supports: ['date', 'summary'],
      },
    ],
  });
  expect(yaml).toContain('# Still missing: timeZone, kind, places, by, against, attribution.');
  expect(yaml).toContain('of 2026-03-14 by U0ALICE, accepted by U0BOB on 2026-03-15.');
});

test('what is said to be missing is what the schema would miss', () => {
  const { yaml } = proposalPatch(proposal({ date: null, sourceUrl: null }));
  const missing = /Still missing: (.*)\./.exec(yaml)?.[1]?.split(', ') ?? [];
  const wanted = eventSchema.safeParse(parse(yaml)).error?.issues.map(({ path }) => String(path[0])) ?? [];
  expect(missing.toSorted()).toEqual(wanted.toSorted());
});

test('a correction becomes the fields that were given, and the words as a comment', () => {
  const { filename, yaml } = proposalPatch(
    proposal({ kind: 'correction', event: EVENT.id, date: '2020-01-07', text: 'The day is wrong.\nSee the page.' }),
    EVENT,
  );
  expect(filename).toBe('2020-01-08-operation-martyr-soleimani.correction.yaml');
  const fields = read(yaml);
  expect(fields).toMatchObject({ id: EVENT.id, date: '2020-01-07' });
  expect(EVENT.sources.map(({ key }) => key)).not.toContain(fields.sources?.[0]?.key);
  expect(yaml).toContain('#   The day is wrong.\n#   See the page.\n');
});

test('the sources of the corrected event together with the new one are still valid', () => {
  const { yaml } = proposalPatch(proposal({ kind: 'correction', event: EVENT.id }), EVENT);
  const { when: _when, home: _home, placesWithin: _within, linkedFrom: _from, ...event } = EVENT;
  const sources = [...event.sources, ...(read(yaml).sources ?? [])];
  expect(eventSchema.safeParse({ ...event, sources }).error).toBeUndefined();
  expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
});

test('whatever somebody wrote, the YAML is valid and no comment becomes a field', () => {
  const any = fc.record({
    text: anyText.filter((text) => text.trim() !== '').map((text) => text.trim().slice(0, 3000)),
    date: fc.oneof(fc.constant(null), anyText, fc.constant('2020-01')),
    sourceUrl: fc.oneof(fc.constant(null), fc.webUrl()),
    kind: fc.constantFrom('event', 'correction'),
  });
  fc.assert(
    fc.property(any, (said) => {
      const { filename, yaml } = proposalPatch(proposal({ ...said, event: EVENT.id } as Partial<Proposal>), EVENT);
      expect(filename).toMatch(/^[a-z0-9.-]+\.yaml$/);
      const fields = read(yaml);
      expect(Object.keys(fields).every((key) => ['id', 'title', 'date', 'summary', 'sources'].includes(key))).toBe(
        true,
      );
    }),
  );
});
