import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import type { Dateline, HeldEvent } from '../dateline.ts';
import { LIMITS, truncate } from '../render/limits.ts';
import { isLong, listLength, pageCount } from '../render/pages.ts';
import { button } from '../render/parts.ts';
import { feedbackRow } from './feedback-row.ts';
import { encodeLookup, type Lookup } from './lookup.ts';
import { shareButton } from './share-button.ts';

/** Buttons that look further than an answer; their values are lookups. */
export const LOOK_FURTHER = { before: 'led_to', after: 'came_next', place: 'place_timeline' } as const;
/** Buttons that page through a long list in place; their values are a page and a lookup. */
export const TURN_PAGE = { all: 'show_all', earlier: 'show_earlier', later: 'show_later', less: 'show_less' } as const;

interface Shown {
  /** Whether only its asker sees the message. */
  share: boolean;
  page: number | undefined;
}

/** The rows of buttons that make sense for an answer: what they would show is there, and is not what is shown already. */
export function answerButtons(
  answer: Answer,
  lookup: Lookup,
  dateline: Dateline,
  { share, page }: Shown,
): KnownBlock[] {
  const value = encodeLookup(lookup);
  const elements = [
    ...pageButtons(answer, value, page),
    ...furtherButtons(answer, lookup, dateline),
    ...(share && value !== undefined ? [shareButton(value)] : []),
  ];
  const row: ActionsBlock[] =
    elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, LIMITS.actionsElements) }] : [];
  const rows = [...row, ...feedbackRow(answer)];
  return JSON.stringify(rows).length <= LIMITS.buttonsWeight ? rows : lightest(elements);
}

/** The buttons that fit, in their order. */
function lightest(elements: readonly Button[]): ActionsBlock[] {
  let used = 0;
  const fitting = elements.filter((element) => {
    const heavier = used + JSON.stringify(element).length;
    if (heavier > LIMITS.buttonsWeight) return false;
    used = heavier;
    return true;
  });
  return fitting.length > 0 ? [{ type: 'actions', elements: fitting }] : [];
}

function furtherButtons(answer: Answer, lookup: Lookup, dateline: Dateline): Button[] {
  const [reference, ...others] = answer.events;
  const held =
    reference && others.length === 0 && answer.status === 'answered' ? dateline.event(reference.id) : undefined;
  if (!held) return [];
  return (['before', 'after', 'place'] as const).flatMap((kind) => {
    const found = further(kind, held);
    const value = found && found.lookup.kind !== lookup.kind ? encodeLookup(found.lookup) : undefined;
    return found && value !== undefined ? [button(LOOK_FURTHER[kind], found.label, value)] : [];
  });
}

function further(
  kind: 'before' | 'after' | 'place',
  { event, causes, sequels, place }: HeldEvent,
): { label: string; lookup: Lookup } | undefined {
  if (kind === 'before')
    return causes.length > 0 ? { label: 'What led to it', lookup: { kind, event: event.id } } : undefined;
  if (kind === 'after')
    return sequels.length > 0 ? { label: 'What came next', lookup: { kind, event: event.id } } : undefined;
  if (!place || place.events < 2) return undefined;
  return { label: `Timeline of ${truncate(place.name, 40)} (${place.events})`, lookup: { kind, place: place.id } };
}

function pageButtons(answer: Answer, value: string | undefined, page: number | undefined): Button[] {
  if (!isLong(answer) || value === undefined) return [];
  const to = (target: keyof typeof TURN_PAGE, label: string, number: number) => {
    const encoded = `${number}\n${value}`;
    return encoded.length <= LIMITS.buttonValue ? [button(TURN_PAGE[target], label, encoded)] : [];
  };
  if (page === undefined) return to('all', `Show all ${listLength(answer)}`, 0);
  return [
    ...(page > 0 ? to('earlier', '‹ Back', page - 1) : []),
    ...(page < pageCount(answer) - 1 ? to('later', 'More ›', page + 1) : []),
    ...to('less', 'Show less', -1),
  ];
}

/** The page that a button asks for and of what; page −1 is the beginning, as it was first shown. */
export function decodePage(value: string): { page: number | undefined; lookup: string } {
  const [number = '', ...lookup] = value.split('\n');
  const page = Number.parseInt(number, 10);
  return { page: page >= 0 ? page : undefined, lookup: lookup.join('\n') };
}
