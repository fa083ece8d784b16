import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions, Coverage, Dateline } from '../../src/dateline.ts';
import type { TimelineEvent } from '../../src/record/timeline.ts';
import { givenNames } from './given-names.ts';

/** An answer with one cited lead; override what a test is about. */
export function anAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    kind: 'date',
    timeline: 'example',
    statements: [
      {
        role: 'lead',
        runs: [
          { text: 'Iran fired missiles at Ain al-Asad on ' },
          { text: '8 January 2020', strong: true },
          { text: '.' },
        ],
        cites: [1],
      },
    ],
    events: [{ id: '2020-01-08-ain-al-asad', date: '2020-01-08', title: 'Iran strikes Ain al-Asad' }],
    nearest: [],
    value: { date: '2020-01-08' },
    citations: [
      {
        n: 1,
        title: 'Iran fires missiles at bases',
        described: false,
        publisher: 'AFP',
        date: '2020-01-08',
        url: 'https://example.org/afp?id=1&lang=en',
      },
    ],
    caveats: [],
    notUnderstood: [],
    ...overrides,
  };
}

/** A record that answers every question alike and says the whole question back as not understood. */
export class FakeDateline implements Dateline {
  get timelines() {
    return this.coverage().map(({ timeline }) => timeline);
  }
  readonly examples = ['When did Iran strike Ain al-Asad?'];
  events = (): readonly TimelineEvent[] => [];
  // It holds no event: tests of what is looked up take the real record.
  leansOnThread = () => false;
  explain = () => [];
  readDay = () => undefined;
  names = givenNames();
  event = () => undefined;
  brief = () => undefined;
  tell = () => undefined;
  before = () => undefined;
  after = () => undefined;
  atPlace = () => undefined;
  timelineOf = () => undefined;
  on: Dateline['on'] = () => anAnswer({ status: 'declined', events: [] });
  latest = () => anAnswer();
  corrections = () => anAnswer();
  occasions: Dateline['occasions'] = () => [];
  coverage = (): readonly Coverage[] => [
    {
      timeline: 'example',
      title: 'Strikes on bases',
      subject: 'strikes on bases',
      from: '2003-03-20',
      to: '2026-03-01',
      events: 1,
    },
  ];
  readonly asked: { question: string; options: AskOptions }[] = [];
  /** What is answered; a test may replace it. */
  answer: (question: string) => Answer = (question) => anAnswer({ notUnderstood: [question] });

  ask(question: string, options: AskOptions): Answer {
    this.asked.push({ question, options });
    return this.answer(question);
  }
}
