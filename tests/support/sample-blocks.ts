import type {
  Button,
  ImageElement,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  StaticSelect,
} from '@slack/types';

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
export const cell = (text: string) => ({ type: 'raw_text' as const, text });
export const anOption = (value: string): PlainTextOption => ({ text: plain('o'), value });
export const button = (actionId: string): Button => ({ type: 'button', action_id: actionId, text: plain('b') });
export const select = (options: PlainTextOption[]): StaticSelect => ({
  type: 'static_select',
  action_id: 's',
  options,
});
export const imageOf = (alt: string): ImageElement => ({
  type: 'image',
  image_url: 'https://a.example/a.png',
  alt_text: alt,
});

const rich: RichTextBlock = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'a', style: { bold: true, code: true } },
        { type: 'link', url: 'https://a.example' },
        { type: 'user', user_id: 'U0ALICE' },
      ],
    },
    { type: 'rich_text_list', style: 'ordered', elements: [{ type: 'rich_text_section', elements: [] }] },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'q' }] },
  ],
};

/** One block of every type that the SDK knows; one that is missing does not compile. */
export const BLOCKS: { [Type in KnownBlock['type']]: Extract<KnownBlock, { type: Type }> } = {
  actions: {
    type: 'actions',
    elements: [
      button('a'),
      select([anOption('v')]),
      { type: 'overflow', action_id: 'o', options: [{ ...anOption('v'), url: 'https://a.example' }] },
      { type: 'radio_buttons', action_id: 'r', options: [anOption('v')], initial_option: anOption('v') },
      { type: 'multi_channels_select', action_id: 'm', max_selected_items: 2 },
    ],
  },
  alert: { type: 'alert', text: plain('a'), level: 'warning' },
  card: {
    type: 'card',
    icon: imageOf('i'),
    title: { type: 'mrkdwn', text: 't' },
    subtitle: { type: 'mrkdwn', text: 's', verbatim: true },
    body: { type: 'mrkdwn', text: 'b' },
    actions: [button('a')],
  },
  carousel: { type: 'carousel', elements: [{ type: 'card', hero_image: imageOf('h') }] },
  container: {
    type: 'container',
    title: plain('t'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'divider' }, { type: 'section', text: plain('s') }],
  },
  context: { type: 'context', elements: [plain('c'), imageOf('i'), { type: 'mrkdwn', text: 'm' }] },
  context_actions: {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'f',
        positive_button: { text: plain('Right'), value: 'right' },
        negative_button: { text: plain('Wrong'), value: 'wrong' },
      },
      { type: 'icon_button', action_id: 'i', icon: 'trash', text: plain('Away') },
    ],
  },
  data_table: {
    type: 'data_table',
    caption: 'c',
    rows: [
      [cell('a'), cell('b')],
      [{ type: 'raw_number', value: 1, text: '1' }, rich],
    ],
  },
  divider: { type: 'divider' },
  file: { type: 'file', source: 'remote', external_id: 'e' },
  header: { type: 'header', text: plain('h') },
  image: { type: 'image', alt_text: 'a', image_url: 'https://a.example/a.png', title: plain('t') },
  input: { type: 'input', label: plain('l'), hint: plain('h'), element: { type: 'plain_text_input', action_id: 'p' } },
  markdown: { type: 'markdown', text: '# m' },
  plan: { type: 'plan', title: 'p', tasks: [{ task_id: 't', title: 'a', status: 'complete', details: rich }] },
  rich_text: rich,
  section: {
    type: 'section',
    text: { type: 'mrkdwn', text: 's' },
    fields: [plain('f')],
    accessory: { type: 'datepicker', action_id: 'd', initial_date: '2026-02-28', confirm: { text: plain('Sure?') } },
    expand: true,
  },
  table: { type: 'table', rows: [[cell('a'), rich]], column_settings: [{ align: 'right', is_wrapped: true }] },
  task_card: {
    type: 'task_card',
    task_id: 't',
    title: 'a',
    status: 'pending',
    sources: [{ type: 'url', url: 'https://a.example', text: 'A' }],
  },
  video: {
    type: 'video',
    video_url: 'https://a.example/v',
    thumbnail_url: 'https://a.example/t.png',
    alt_text: 'a',
    title: plain('t'),
  },
};
