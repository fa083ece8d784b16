import type { ActionsBlockElement, InputBlockElement, KnownBlock } from '@slack/types';

/** Where blocks stand: in a message, in a modal, on an app's Home tab. */
export type Surface = 'message' | 'modal' | 'home';

const EVERYWHERE = ['message', 'modal', 'home'] as const;

/** Which block may stand where: docs.slack.dev/reference/block-kit/blocks. A `file` is put there by Slack alone. */
export const SURFACES_OF_BLOCKS: Readonly<Record<KnownBlock['type'], readonly Surface[]>> = {
  actions: EVERYWHERE,
  alert: ['modal'],
  card: EVERYWHERE,
  carousel: ['message', 'home'],
  container: ['message'],
  context: EVERYWHERE,
  context_actions: ['message'],
  data_table: ['message'],
  divider: EVERYWHERE,
  file: [],
  header: EVERYWHERE,
  image: EVERYWHERE,
  input: EVERYWHERE,
  markdown: ['message'],
  plan: ['message'],
  rich_text: EVERYWHERE,
  section: EVERYWHERE,
  table: ['message'],
  task_card: ['message'],
  video: EVERYWHERE,
};

/** Elements that may not stand wherever their block may. */
export const SURFACES_OF_ELEMENTS: Readonly<
  Partial<Record<(ActionsBlockElement | InputBlockElement)['type'], readonly Surface[]>>
> = {
  file_input: ['modal'],
  workflow_button: ['message'],
};

/** How many blocks a surface holds. */
export const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
