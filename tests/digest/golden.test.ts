import { describe, expect, test } from 'vitest';
import { createDateline } from '../../src/dateline.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import type { Digest, DigestNews, DigestWindow } from '../../src/digest/digest.ts';
import type { DigestOrder } from '../../src/digest/order.ts';
import { prepare } from '../../src/prepare.ts';
import { renderDigestMessage } from '../../src/render/digest-message.ts';
import { renderDigestText } from '../../src/render/digest-text.ts';
import { timelineWith } from '../support/dated-timeline.ts';
import { desk, intents } from '../support/desk.ts';
import { anOrder, aWindow, someNews } from '../support/digest-order.ts';

const at = (moment: string) => new Date(moment);

/** The digests themselves, for a person to read in review: run `npm test -- -u` after a change and read the difference. */
const DIGESTS: Record<string, [DigestOrder, DigestWindow, DigestNews?]> = {
  'on-this-day-milestone': [anOrder('on-this-day'), aWindow('2025-01-08')],
  'on-this-day-28-january-2027': [anOrder('on-this-day'), aWindow('2027-01-28')],
  'on-this-day-weekend': [anOrder('on-this-day'), aWindow('2027-01-02', 2)],
  'on-this-day-empty': [anOrder('on-this-day'), aWindow('2027-05-09')],
  'on-this-day-many': [anOrder('on-this-day'), aWindow('2027-02-28')],
  'on-this-day-missed-and-late': [
    anOrder('on-this-day'),
    aWindow('2027-01-04', 3, {
      due: [at('2027-01-04T08:30:00Z'), at('2027-01-05T08:30:00Z'), at('2027-01-06T08:30:00Z')],
      late: true,
    }),
  ],
  'on-this-day-filtered': [anOrder('on-this-day', { places: ['anbar'], minimumWeight: 5 }), aWindow('2027-01-04', 7)],
  'week-ahead': [anOrder('week-ahead'), aWindow('2027-01-25', 7)],
  'week-ahead-milestones': [anOrder('week-ahead', { milestonesOnly: true }), aWindow('2026-12-07', 7)],
  reminders: [anOrder('reminders'), aWindow('2026-12-07', 7)],
  'reminders-empty': [anOrder('reminders'), aWindow('2026-12-08')],
  'month-in-review': [anOrder('month-in-review'), aWindow('2026-04-01')],
  'month-in-review-at-the-end': [anOrder('month-in-review'), aWindow('2026-05-01')],
  'month-in-review-past-the-record': [anOrder('month-in-review'), aWindow('2027-02-01')],
  'record-changes': [
    anOrder('record-changes'),
    aWindow('2026-05-04', 7),
    someNews({
      changes: [
        change('2024-01-28-tower-22-drone-attack', ['figures', 'sources', 'wordings']),
        change('2020-01-08-operation-martyr-soleimani', ['verified']),
        change('2023-01-08-a-drone-nobody-saw', [], 'removed'),
        change('2026-03-12-kc-135-crash-in-western-iraq', [], 'added'),
        change('2007-01-20-karbala-provincial-headquarters-raid', [], 'added'),
      ],
    }),
  ],
  'record-changes-empty': [anOrder('record-changes'), aWindow('2026-05-04', 7)],
  editors: [
    anOrder('editors'),
    aWindow('2026-05-04', 7),
    someNews({
      unanswered: [
        { text: 'when did the *titanic* sink <!channel>', at: at('2026-05-01T10:00:00Z') },
        { text: 'who won the cup?', at: at('2026-05-02T10:00:00Z') },
        { text: 'Who won the cup?', at: at('2026-05-03T10:00:00Z') },
      ],
      feedback: [
        {
          verdict: 'wrong-date',
          comment: 'It was the 27th in Washington',
          events: ['2024-01-28-tower-22-drone-attack'],
          at: at('2026-05-03T23:30:00Z'),
        },
        { verdict: 'right', comment: null, events: [], at: at('2026-05-01T09:00:00Z') },
      ],
      openProposals: 2,
    }),
  ],
  'editors-empty': [anOrder('editors'), aWindow('2026-05-04', 7)],
};

function change(event: string, fields: string[], kind: 'added' | 'changed' | 'removed' = 'changed') {
  return { timeline: 'us-forces-iraq', event, kind, fields, notedAt: at('2026-05-01T00:00:00Z') };
}

describe('the digests, to be read', () => {
  test.each(Object.entries(DIGESTS))('%s', async (name, [order, window, news]) => {
    const digest = composeDigest(order, window, desk(), news);
    await expect(readable(digest)).toMatchFileSnapshot(`golden/${name}.golden.txt`);
  });

  test('on-this-day-leap-day', async () => {
    const record = createDateline(
      prepare(
        [timelineWith([{ date: '2020-02-29' }, { date: '2020-03-01' }, { date: '2022-02' }, { date: '2017-03-0X' }])],
        intents(),
      ),
    );
    const told = [2027, 2028].map((year) =>
      readable(composeDigest(anOrder('on-this-day'), aWindow(`${year}-02-28`, 2), record)),
    );
    await expect(told.join('\n====\n\n')).toMatchFileSnapshot('golden/on-this-day-leap-day.golden.txt');
  });
});

/** The plain text, and below it what Slack shows. */
function readable(digest: Digest): string {
  const blocks = renderDigestMessage(digest).blocks.map((block) => {
    if (block.type === 'header') return `# ${block.text.text}`;
    if (block.type === 'section') return block.text?.text ?? '';
    return block.type === 'context'
      ? block.elements.map((each) => ('text' in each ? `> ${each.text}` : '')).join('\n')
      : '?';
  });
  return `${renderDigestText(digest)}\n\n---- in Slack ----\n\n${blocks.join('\n\n')}\n`;
}
