import { parseEdtf } from '../../src/record/edtf.ts';
import { Gazetteer } from '../../src/record/gazetteer.ts';
import type { TimelineEvent } from '../../src/record/timeline.ts';
import type { Analyzer } from '../../src/search/analyzer.ts';
import { LunrIndex } from '../../src/search/lunr-index.ts';
import { type Documents, describeEventIndex } from './event-index.contract.ts';

/** Cuts a text at its spaces, so that a test decides what the tokens are. */
const asTyped = {
  tokens: (text: string) => text.split(/\.? +/).filter((token) => token !== '' && token !== '.'),
} as Pick<Analyzer, 'tokens'> as Analyzer;

function anEvent(id: string, { title = [], summary = [], sources = [] }: Documents[string]): TimelineEvent {
  return {
    id,
    title: title.join(' '),
    date: '2020-01-01',
    when: parseEdtf('2020-01-01'),
    timeZone: 'UTC',
    kind: 'other',
    places: [],
    by: [],
    against: [],
    attribution: { status: 'not-applicable' },
    summary: summary.join(' '),
    sources: [{ key: 'a', title: sources.join(' '), publisher: 'p', url: 'https://example.org', supports: ['date'] }],
    placesWithin: new Set(),
    linkedFrom: [],
  };
}

describeEventIndex('lunr', (documents) => {
  const events = Object.entries(documents).map(([id, document]) => anEvent(id, document));
  return new LunrIndex(events, new Gazetteer([], [], []), asTyped);
});
