import type { DataTableBlock, RawNumberElement, RawTextElement, TableBlock } from '@slack/types';
import { isObject, type Json } from '../json.ts';
import { richText } from './rich-text-rules.ts';
import { type Check, oneOfTypes, optional, plain, type Relation, type Report, required, typed } from './rule.ts';
import { blockId } from './text-rules.ts';
import { boolean, integer, list, number, oneOf, text } from './value-rules.ts';

/** docs.slack.dev/reference/block-kit/blocks: table-block and data-table-block. */

const COLUMNS = 20;
const ROWS = 100;
/** What all cells of one table may hold together, in characters. */
const CHARACTERS = 10_000;

type CellType = TableBlock['rows'][number][number]['type'];

const CELLS: Record<CellType, Check> = {
  raw_text: typed<RawTextElement>({ text: required(text()) }),
  raw_number: typed<RawNumberElement>({ value: required(number), text: required(text()) }),
  rich_text: richText,
};

const cell = oneOfTypes(Object.keys(CELLS), () => CELLS);
const rowsOf = (max: number, min: number): Check => list(list(cell, COLUMNS), max, min);

type Columns = NonNullable<TableBlock['column_settings']>[number];

export const table = typed<TableBlock>(
  {
    block_id: blockId,
    rows: required(rowsOf(ROWS, 1)),
    column_settings: optional(
      list(
        plain<Columns>({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) }),
        COLUMNS,
      ),
    ),
  },
  (block, at, report) => tooLong(block, at, report),
);

const evenAndHeaded: Relation = (block, at, report) => {
  tooLong(block, at, report);
  const rows = rowsIn(block);
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) report(`${at}/rows`, 'all rows must have the same number of cells');
  if (rows[0]?.some((head) => isObject(head) && head.type === 'rich_text')) {
    report(`${at}/rows/0`, 'header cells must not be rich_text');
  }
  const index = block.row_header_column_index;
  if (typeof index === 'number' && index >= width)
    report(`${at}/row_header_column_index`, `must be less than ${width}`);
};

export const dataTable = typed<DataTableBlock>(
  {
    block_id: blockId,
    rows: required(rowsOf(ROWS + 1, 2)),
    caption: required(text()),
    page_size: optional(integer(1, 100)),
    row_header_column_index: optional(integer(0, COLUMNS - 1)),
  },
  evenAndHeaded,
);

function tooLong(block: Json, at: string, report: Report): void {
  const characters = rowsIn(block)
    .flat()
    .reduce<number>((sum, item) => sum + lengthOf(item), 0);
  if (characters > CHARACTERS) report(`${at}/rows`, `must be less than ${CHARACTERS + 1} characters`);
}

function rowsIn(block: Json): unknown[][] {
  return Array.isArray(block.rows) ? block.rows.filter(Array.isArray) : [];
}

/** The characters that a reader sees, however deep they stand. */
function lengthOf(item: unknown): number {
  if (Array.isArray(item)) return item.reduce<number>((sum, part) => sum + lengthOf(part), 0);
  if (!isObject(item)) return 0;
  const own = typeof item.text === 'string' ? item.text.length : 0;
  return own + lengthOf(item.elements);
}
