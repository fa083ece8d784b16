import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions, Dateline } from '../../src/dateline.ts';

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
    trace: [],
    ...overrides,
  };
}

/** A record that answers every question alike and says the whole question back as not understood. */
export class FakeDateline implements Dateline {
  readonly timelines = ['example'];
  readonly examples = ['When did Iran strike Ain al-Asad?'];
  events = () => [];
  // It holds no event: tests of what is looked up take the real record.
  leansOnThread = () => false;
  readDay = () => undefined;
  event = () => undefined;
  tell = () => undefined;
  before = () => undefined;
  after = () => undefined;
  atPlace = () => undefined;
  timelineOf = () => undefined;
  on = () => anAnswer({ status: 'declined', events: [] });
  latest = () => anAnswer();
  coverage = () => [];
  readonly asked: { question: string; options: AskOptions }[] = [];
  /** What is answered; a test may replace it. */
  answer: (question: string) => Answer = (question) => anAnswer({ notUnderstood: [question] });

  ask(question: string, options: AskOptions): Answer {
    this.asked.push({ question, options });
    return this.answer(question);
  }
}
