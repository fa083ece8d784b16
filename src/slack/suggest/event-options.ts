import type { PlainTextOption } from '@slack/types';
import { printDate } from '../../render/lines.ts';
import { plain } from '../../render/parts.ts';

/** An event as the menu offers it. */
export interface OfferedEvent {
  id: string;
  /** EDTF. */
  date: string;
  title: string;
}

export interface OptionGroup {
  label: PlainTextOption['text'];
  options: PlainTextOption[];
}

/** What Slack takes in a menu: docs.slack.dev/reference/block-kit/block-elements/select-menu-element. */
const OPTION_VALUE = 150;
const OPTION_TEXT = 75;
const OPTIONS_OF_GROUP = 100;
const GROUPS = 100;
/** What all options may weigh, in bytes: a view may weigh 250,000. */
const HEAVIEST = 180_000;

/**
 * The events of the record as a menu, by years, the newest first; those that are meant stand in a group before the others.
 * Where Slack would not take them all, the oldest are left out.
 */
export function eventOptions(events: readonly OfferedEvent[], meant: readonly string[] = []): OptionGroup[] {
  const first = events.filter(({ id }) => meant.includes(id));
  const rest = events.filter(({ id }) => !meant.includes(id)).toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const groups: OptionGroup[] = [];
  let weight = 0;
  for (const [label, event] of [
    ...first.map((event) => ['In the answer', event] as const),
    ...rest.map((event) => [event.date.slice(0, 4), event] as const),
  ]) {
    if (event.id.length > OPTION_VALUE) continue;
    const option = optionOf(event);
    weight += Buffer.byteLength(JSON.stringify(option));
    if (weight > HEAVIEST) break;
    const group = groups.at(-1);
    if (group?.label.text === label && group.options.length < OPTIONS_OF_GROUP) group.options.push(option);
    else if (groups.length < GROUPS) groups.push({ label: plain(label, OPTION_TEXT), options: [option] });
    else break;
  }
  return groups;
}

function optionOf({ id, date, title }: OfferedEvent): PlainTextOption {
  return { text: plain(`${printDate(date)}: ${title}`, OPTION_TEXT), value: id };
}
