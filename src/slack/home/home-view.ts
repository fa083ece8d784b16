import type { HomeView, KnownBlock, PlainTextOption, SectionBlock } from '@slack/types';
import type { Run } from '../../answer/answer.ts';
import type { Coverage } from '../../dateline.ts';
import { LIMITS, packLines, truncate } from '../../render/limits.ts';
import { printDate } from '../../render/lines.ts';
import { bold, escapeMrkdwn } from '../../render/mrkdwn.ts';
import { button, heading, plain, section, smallPrint } from '../../render/parts.ts';
import { suggestButton } from '../suggest/suggest-button.ts';

/** What the Home tab shows to one person. */
export interface HomeData {
  today: Temporal.PlainDate;
  coverage: readonly Coverage[];
  /** What comes round today, each in words, in the order in which it is shown. */
  anniversaries: readonly (readonly Run[])[];
  /** Suggestions that the editors accepted, the newest first. */
  accepted: readonly { about: string; on: Temporal.PlainDate }[];
  examples: readonly string[];
  /** The timeline that the person chose for their own questions; null for all. */
  timeline: string | null;
  /** The part on the digests that the person set up. */
  digests: readonly KnownBlock[];
  /** What has just been done for the person. */
  notice?: string;
}

export const ASK_FROM_HOME = /^ask_from_home_\d+$/;
export const CHOOSE_TIMELINE = 'choose_timeline';
/** What stands in the menu for all timelines: no timeline can have that name. */
export const ALL_TIMELINES = '*';

/** How much of each list is shown; the rest is counted. The whole stays far under Slack's hundred blocks. */
const SHOWN = { timelines: 10, anniversaries: 10, accepted: 5, examples: 5 };
/** Options of a menu, and characters of an option's value, that Slack takes. */
const OPTIONS = 100;
const OPTION_VALUE = 150;
const OPTION_TEXT = 75;
/** Characters of a text of the record on this page; escaped, two of them still fit a section. */
const LINE = 200;
const REMARK = 400;
const OCCASION = 300;
const NOTICE = 500;

/** The Home tab: what Dateline covers, what happened on this day, how to ask, and what the person can set. */
export function homeView(data: HomeData): HomeView {
  return {
    type: 'home',
    blocks: [
      ...(data.notice === undefined ? [] : [smallPrint(escapeMrkdwn(truncate(data.notice, NOTICE)))]),
      ...howToAsk(data),
      ...onThisDay(data),
      ...covered(data.coverage),
      ...data.digests,
      ...acceptedLately(data),
      ...settings(data),
      heading('Something wrong or missing?'),
      section('Tell the editors. You see here what they accept.'),
      { type: 'actions', elements: [suggestButton()] },
    ],
  };
}

function howToAsk({ examples }: HomeData): KnownBlock[] {
  const asked = examples
    .filter((example) => example.trim() !== '' && example.length <= LIMITS.buttonValue)
    .slice(0, SHOWN.examples);
  const buttons = asked.map((example, index) => button(`ask_from_home_${index + 1}`, example, example));
  return [
    heading('Ask the record'),
    section(
      'Ask me when, where or how often something happened, who did it, or what came before and after: in the *Messages* tab, by mentioning me in a channel, or with `/dateline`. I answer from a curated record, with its sources.',
    ),
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
  ];
}

function onThisDay({ today, anniversaries }: HomeData): KnownBlock[] {
  const day = today.toLocaleString('en-GB', { day: 'numeric', month: 'long' });
  const title = heading(`On this day, ${day}`);
  if (anniversaries.length === 0) return [title, section('The record holds nothing of this day in earlier years.')];
  const lines = anniversaries.slice(0, SHOWN.anniversaries).map((runs) => `• ${runs.map(said).join('')}`);
  const question = `What happened on ${day}?`;
  return [
    title,
    ...sections([...lines, ...more(anniversaries, SHOWN.anniversaries)]),
    { type: 'actions', elements: [button('ask_from_home_0', question, question)] },
  ];
}

function said({ text, strong }: Run): string {
  const short = truncate(text, OCCASION);
  return strong ? bold(short) : escapeMrkdwn(short);
}

function covered(coverage: readonly Coverage[]): KnownBlock[] {
  const cards = coverage.slice(0, SHOWN.timelines).flatMap((card): KnownBlock[] => {
    const span = `${printDate(card.from)} to ${printDate(card.to)} · ${card.events} ${card.events === 1 ? 'event' : 'events'}`;
    const remarks = [
      ...(card.latest === undefined ? [] : [`The latest is ${printDate(card.latest.date)}: ${card.latest.title}.`]),
      ...(card.note === undefined ? [] : [card.note]),
      ...(card.checked === undefined
        ? []
        : [`A second reader checked ${card.checked.events} of them, the last on ${printDate(card.checked.last)}.`]),
    ];
    return [
      section(`${bold(truncate(card.title, LINE))}\n${shown(span)}`),
      ...packLines(
        remarks.map((remark) => escapeMrkdwn(truncate(remark, REMARK))),
        LIMITS.sectionText,
      ).map((lines) => smallPrint(lines)),
    ];
  });
  return [
    heading('What the record covers'),
    ...cards,
    ...more(coverage, SHOWN.timelines).map((line) => smallPrint(line)),
  ];
}

function acceptedLately({ accepted }: HomeData): KnownBlock[] {
  if (accepted.length === 0) return [];
  const lines = accepted
    .slice(0, SHOWN.accepted)
    .map(({ about, on }) => `• ${shown(printDate(on.toString()))}: ${shown(about)}`);
  return [heading('Accepted by the editors lately'), ...sections(lines)];
}

function settings({ coverage, timeline }: HomeData): KnownBlock[] {
  const title = heading('Your settings');
  const [only, ...others] = coverage;
  if (!only) return [];
  if (others.length === 0)
    return [title, section(`Your questions are put to the one timeline there is: ${shown(only.title)}.`)];
  const all = option(ALL_TIMELINES, 'All timelines');
  const options = coverage
    .filter(({ timeline: name }) => name.length <= OPTION_VALUE)
    .slice(0, OPTIONS - 1)
    .map((card) => option(card.timeline, card.title));
  const chosen = options.find(({ value }) => value === timeline) ?? all;
  const menu: SectionBlock = {
    ...section('Which timeline is asked where your question names none:'),
    accessory: {
      type: 'static_select',
      action_id: CHOOSE_TIMELINE,
      options: [all, ...options],
      initial_option: chosen,
    },
  };
  const gone = timeline !== null && chosen === all;
  return [
    title,
    menu,
    ...(gone ? [smallPrint('The timeline that you chose is not loaded any more: all are asked.')] : []),
  ];
}

function option(value: string, text: string): PlainTextOption {
  return { text: plain(text, OPTION_TEXT), value };
}

function more(all: readonly unknown[], most: number): string[] {
  return all.length > most ? [`… and ${all.length - most} more`] : [];
}

/** Lines of which each takes less than a section. */
function sections(lines: readonly string[]): SectionBlock[] {
  return packLines(lines, LIMITS.sectionText).map(section);
}

function shown(text: string): string {
  return escapeMrkdwn(truncate(text, LINE));
}
