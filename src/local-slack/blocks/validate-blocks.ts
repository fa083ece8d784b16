import type { KnownBlock } from '@slack/types';
import { isObject, type Json } from '../json.ts';
import { alert, card, carousel, container } from './card-rules.ts';
import { flatBlocks, placed } from './elements.ts';
import * as layout from './layout-rules.ts';
import { richText } from './rich-text-rules.ts';
import { type Check, type Issue, oneOfTypes, type Report } from './rule.ts';
import { MOST_BLOCKS, SURFACES_OF_BLOCKS, SURFACES_OF_ELEMENTS, type Surface } from './surfaces.ts';
import { dataTable, table } from './table-rules.ts';
import { plan, taskCard } from './task-rules.ts';
import { list, unique } from './value-rules.ts';

/** Every block that an app can send, which is every block that the SDK knows but `file`. */
const BLOCKS: Record<Exclude<KnownBlock['type'], 'file'>, Check> = {
  actions: layout.actions,
  alert,
  card,
  carousel,
  container,
  context: layout.context,
  context_actions: layout.contextActions,
  data_table: dataTable,
  divider: layout.divider,
  header: layout.header,
  image: layout.image,
  input: layout.input,
  markdown: layout.markdown,
  plan,
  rich_text: richText,
  section: layout.section,
  table,
  task_card: taskCard,
  video: layout.video,
};

/**
 * What Slack would find wrong with blocks on a surface, in its own words; nothing where it would take them.
 * @param at the JSON pointer of the list
 */
export function validateBlocks(blocks: unknown, surface: Surface, at = '/blocks'): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (pointer, message, expected) => {
    issues.push({ pointer, message, ...(expected ? { expected } : {}) });
  };
  const allowed = Object.keys(BLOCKS).filter((type) =>
    SURFACES_OF_BLOCKS[type as KnownBlock['type']].includes(surface),
  );
  list(
    oneOfTypes(allowed, () => BLOCKS),
    MOST_BLOCKS[surface],
    surface === 'message' ? 1 : 0,
  )(blocks, at, report);
  const known = Array.isArray(blocks) ? blocks.filter(isObject) : [];
  unique(
    flatBlocks(known).map((block) => [block.block_id, at]),
    'block_id',
    report,
  );
  for (const [index, block] of known.entries()) checkElements(block, `${at}/${index}`, surface, report);
  if (flatBlocks(known).filter(({ type }) => type === 'table').length > 1) report(at, 'only_one_table_allowed');
  if (placed(known).filter(({ element }) => element.focus_on_load === true).length > 1) {
    report(at, 'only one element can have `focus_on_load` set to true');
  }
  return issues;
}

function checkElements(block: Json, at: string, surface: Surface, report: Report): void {
  for (const { element } of placed([block])) {
    const surfaces = SURFACES_OF_ELEMENTS[element.type as keyof typeof SURFACES_OF_ELEMENTS];
    if (surfaces && !surfaces.includes(surface)) report(at, `unsupported type: ${String(element.type)}`);
  }
}
