import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { SURFACES_OF_BLOCKS, type Surface } from '../../src/local-slack/blocks/surfaces.ts';
import { validateBlocks } from '../../src/local-slack/blocks/validate-blocks.ts';
import { anOption, BLOCKS, button, cell, imageOf, plain, select } from '../support/sample-blocks.ts';

type Loose = Record<string, unknown>;
const found = (blocks: unknown, surface: Surface = 'message') =>
  validateBlocks(blocks, surface).map(({ pointer, message }) => `${message} [${pointer}]`);

describe('a whole block of every type', () => {
  test.each(Object.entries(BLOCKS))('%s is taken where it may stand, and nowhere else', (type, block) => {
    for (const surface of ['message', 'modal', 'home'] as const) {
      const issues = found([block], surface);
      if (SURFACES_OF_BLOCKS[type as KnownBlock['type']].includes(surface)) expect(issues).toEqual([]);
      else expect(issues).toContain(`unsupported type: ${type} [/blocks/0/type]`);
    }
  });

  test.each(Object.entries(BLOCKS).filter(([type]) => type !== 'file'))(
    '%s with a field of no block is refused',
    (type, block) => {
      const [surface = 'message'] = SURFACES_OF_BLOCKS[type as KnownBlock['type']];
      expect(found([{ ...block, colour: 'red' }], surface)).toContain(
        'invalid additional property: colour [/blocks/0]',
      );
    },
  );

  test.each(Object.entries(BLOCKS).filter(([type]) => type !== 'file'))(
    '%s without a field that it needs is refused',
    (type, block) => {
      const [surface = 'message'] = SURFACES_OF_BLOCKS[type as KnownBlock['type']];
      const { type: kept, block_id, ...fields } = block as unknown as Loose;
      if (type === 'divider') return expect(Object.keys(fields)).toEqual([]);
      expect(found([{ type: kept, block_id }], surface).length).toBeGreaterThan(0);
    },
  );
});

const actions = (...elements: object[]) => [{ type: 'actions', elements }];
const input = (element: object) => [{ type: 'input', label: plain('l'), element }];
const rows = (count: number, width: number) => Array.from({ length: count }, () => Array(width).fill(cell('c')));
const options = (count: number) => Array.from({ length: count }, (_, n) => anOption(`v${n}`));

describe('limits', () => {
  test.each<[issue: string, blocks: unknown, surface?: Surface]>([
    ['no more than 50 items allowed [/blocks]', Array(51).fill({ type: 'divider' })],
    ['no more than 100 items allowed [/blocks]', Array(101).fill({ type: 'divider' }), 'modal'],
    ['no fewer than 1 items allowed [/blocks]', []],
    ['unsupported type: nonsense [/blocks/0/type]', [{ type: 'nonsense' }]],
    ['missing required field: type [/blocks/0]', [{}]],
    ['must define either `text` or `fields` [/blocks/0]', [{ type: 'section' }]],
    ['must be more than 0 characters [/blocks/0/text/text]', [{ type: 'section', text: plain('') }]],
    ['must be less than 3001 characters [/blocks/0/text/text]', [{ type: 'section', text: plain('a'.repeat(3001)) }]],
    ['failed to match all allowed schemas [/blocks/0/text]', [{ type: 'section', text: plain('a'.repeat(3001)) }]],
    ['no more than 10 items allowed [/blocks/0/fields]', [{ type: 'section', fields: Array(11).fill(plain('a')) }]],
    [
      'must be less than 2001 characters [/blocks/0/fields/0/text]',
      [{ type: 'section', fields: [plain('a'.repeat(2001))] }],
    ],
    ['must be less than 151 characters [/blocks/0/text/text]', [{ type: 'header', text: plain('a'.repeat(151)) }]],
    ['unsupported type: mrkdwn [/blocks/0/text/type]', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }]],
    [
      'invalid additional property: verbatim [/blocks/0/text]',
      [{ type: 'header', text: { ...plain('a'), verbatim: true } }],
    ],
    ['no more than 10 items allowed [/blocks/0/elements]', [{ type: 'context', elements: Array(11).fill(plain('a')) }]],
    [
      'no more than 25 items allowed [/blocks/0/elements]',
      actions(...options(26).map(({ value }) => button(String(value)))),
    ],
    ['action_id must be unique: a [/blocks/0/elements/1]', actions(button('a'), button('a'))],
    [
      'must be less than 76 characters [/blocks/0/elements/0/text/text]',
      actions({ ...button('a'), text: plain('a'.repeat(76)) }),
    ],
    [
      'must be less than 2001 characters [/blocks/0/elements/0/value]',
      actions({ ...button('a'), value: 'a'.repeat(2001) }),
    ],
    ['must be a valid URL [/blocks/0/elements/0/url]', actions({ ...button('a'), url: 'example' })],
    ['must be a valid URL [/blocks/0/elements/0/url]', actions({ ...button('a'), url: 'javascript:alert(1)' })],
    ['must be one of: primary, danger [/blocks/0/elements/0/style]', actions({ ...button('a'), style: 'bold' })],
    ['invalid additional property: disabled [/blocks/0/elements/0]', actions({ ...button('a'), disabled: true })],
    ['must be less than 256 characters [/blocks/0/elements/0/action_id]', actions(button('a'.repeat(256)))],
    [
      'must be less than 101 characters [/blocks/0/elements/0/confirm/title/text]',
      actions({ ...button('a'), confirm: { title: plain('a'.repeat(101)), text: plain('b') } }),
    ],
    [
      'must be less than 301 characters [/blocks/0/elements/0/confirm/text/text]',
      actions({ ...button('a'), confirm: { text: plain('a'.repeat(301)) } }),
    ],
    ['unsupported type: plain_text_input [/blocks/0/elements/0/type]', actions({ type: 'plain_text_input' })],
    ['no more than 100 items allowed [/blocks/0/elements/0/options]', actions(select(options(101)))],
    ['must define either `options` or `option_groups` [/blocks/0/elements/0]', actions({ type: 'static_select' })],
    [
      'must be less than 76 characters [/blocks/0/elements/0/options/0/text/text]',
      actions(select([{ text: plain('a'.repeat(76)), value: 'v' }])),
    ],
    [
      'must be less than 151 characters [/blocks/0/elements/0/options/0/value]',
      actions(select([anOption('v'.repeat(151))])),
    ],
    [
      'invalid additional property: url [/blocks/0/elements/0/options/0]',
      actions(select([{ ...anOption('v'), url: 'https://a.example' }])),
    ],
    [
      'initial options must match an option exactly [/blocks/0/elements/0]',
      actions({ ...select(options(2)), initial_option: anOption('other') }),
    ],
    [
      'must be less than 151 characters [/blocks/0/elements/0/placeholder/text]',
      actions({ ...select(options(1)), placeholder: plain('a'.repeat(151)) }),
    ],
    ['no more than 5 items allowed [/blocks/0/elements/0/options]', actions({ type: 'overflow', options: options(6) })],
    [
      'no more than 10 items allowed [/blocks/0/elements/0/options]',
      actions({ type: 'checkboxes', options: options(11) }),
    ],
    [
      'no more than 10 items allowed [/blocks/0/elements/0/options]',
      actions({ type: 'radio_buttons', options: options(11) }),
    ],
    [
      'must be a date in the format YYYY-MM-DD [/blocks/0/elements/0/initial_date]',
      actions({ type: 'datepicker', initial_date: '3 May' }),
    ],
    [
      'must be a real date [/blocks/0/elements/0/initial_date]',
      actions({ type: 'datepicker', initial_date: '2026-02-30' }),
    ],
    [
      'must be a time in the format HH:mm [/blocks/0/elements/0/initial_time]',
      actions({ type: 'timepicker', initial_time: '24:00' }),
    ],
    ['unsupported type: file_input [/blocks/0]', input({ type: 'file_input' }), 'home'],
    [
      'must be less than 3001 [/blocks/0/element/max_length]',
      input({ type: 'plain_text_input', max_length: 3001 }),
      'modal',
    ],
    [
      '`min_length` must not be greater than `max_length` [/blocks/0/element]',
      input({ type: 'plain_text_input', min_length: 9, max_length: 2 }),
      'modal',
    ],
    ['missing required field: is_decimal_allowed [/blocks/0/element]', input({ type: 'number_input' }), 'modal'],
    [
      'must be one of: on_enter_pressed, on_character_entered [/blocks/0/element/dispatch_action_config/trigger_actions_on/0]',
      input({ type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
      'modal',
    ],
    [
      'must define at least one filter [/blocks/0/element/filter]',
      input({ type: 'conversations_select', filter: {} }),
      'modal',
    ],
    [
      'must be less than 2001 characters [/blocks/0/label/text]',
      [{ type: 'input', label: plain('a'.repeat(2001)), element: { type: 'plain_text_input' } }],
      'modal',
    ],
    [
      'only one element can have `focus_on_load` set to true [/blocks]',
      [
        ...input({ type: 'plain_text_input', focus_on_load: true }),
        ...input({ type: 'url_text_input', focus_on_load: true }),
      ],
      'modal',
    ],
    ['must define either `image_url` or `slack_file` [/blocks/0]', [{ type: 'image', alt_text: 'a' }]],
    [
      'must define either `id` or `url` [/blocks/0/slack_file]',
      [{ type: 'image', alt_text: 'a', slack_file: { id: 'F1', url: 'https://a.example' } }],
    ],
    ['must be less than 12001 characters [/blocks/0/text]', [{ type: 'markdown', text: 'a'.repeat(12_001) }]],
    [
      'no more than 5 items allowed [/blocks/0/elements]',
      [
        {
          type: 'context_actions',
          elements: Array.from({ length: 6 }, (_, n) => ({
            type: 'icon_button',
            icon: 'trash',
            text: plain('a'),
            action_id: `a${n}`,
          })),
        },
      ],
    ],
    [
      'missing required field: negative_button [/blocks/0/elements/0]',
      [
        {
          type: 'context_actions',
          elements: [{ type: 'feedback_buttons', positive_button: { text: plain('a'), value: 'b' } }],
        },
      ],
    ],
    ['no more than 100 items allowed [/blocks/0/rows]', [{ type: 'table', rows: rows(101, 1) }]],
    ['no more than 20 items allowed [/blocks/0/rows/0]', [{ type: 'table', rows: rows(1, 21) }]],
    ['must be less than 10001 characters [/blocks/0/rows]', [{ type: 'table', rows: [[cell('a'.repeat(10_001))]] }]],
    [
      'only_one_table_allowed [/blocks]',
      [
        { type: 'table', rows: rows(1, 1) },
        { type: 'table', rows: rows(1, 1) },
      ],
    ],
    ['must be more than 0 characters [/blocks/0/rows/0/0/text]', [{ type: 'table', rows: [[cell('')]] }]],
    ['no fewer than 2 items allowed [/blocks/0/rows]', [{ type: 'data_table', caption: 'c', rows: rows(1, 1) }]],
    [
      'all rows must have the same number of cells [/blocks/0/rows]',
      [{ type: 'data_table', caption: 'c', rows: [[cell('a')], [cell('a'), cell('b')]] }],
    ],
    [
      'must be less than 101 [/blocks/0/page_size]',
      [{ type: 'data_table', caption: 'c', page_size: 101, rows: rows(2, 1) }],
    ],
    [
      'must define one of `hero_image`, `title`, `actions` or `body` [/blocks/0]',
      [{ type: 'card', subtitle: { type: 'mrkdwn', text: 'a' } }],
    ],
    [
      'must be less than 201 characters [/blocks/0/body/text]',
      [{ type: 'card', body: { type: 'mrkdwn', text: 'a'.repeat(201) } }],
    ],
    [
      'no more than 10 items allowed [/blocks/0/elements]',
      [{ type: 'carousel', elements: Array(11).fill({ type: 'card', hero_image: imageOf('a') }) }],
    ],
    [
      'no more than 10 items allowed [/blocks/0/child_blocks]',
      [{ type: 'container', title: plain('a'), child_blocks: Array(11).fill({ type: 'divider' }) }],
    ],
    [
      '`default_collapsed` requires `is_collapsible` [/blocks/0]',
      [{ type: 'container', title: plain('a'), default_collapsed: true, child_blocks: [{ type: 'divider' }] }],
    ],
    [
      'must be less than 201 characters [/blocks/0/text/text]',
      [{ type: 'alert', text: plain('a'.repeat(201)) }],
      'modal',
    ],
    [
      'block_id must be unique: a [/blocks]',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
    ],
    [
      'unsupported type: marquee [/blocks/0/elements/0/elements/0/type]',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'marquee' }] }] }],
    ],
    [
      'must be one of: pending, in_progress, complete, error [/blocks/0/status]',
      [{ type: 'task_card', task_id: 't', title: 'a', status: 'late' }],
    ],
  ])('%s', (issue, blocks, surface = 'message') => {
    expect(found(blocks, surface)).toContain(issue);
  });
});
