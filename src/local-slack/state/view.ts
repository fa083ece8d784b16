import type { Json } from '../json.ts';
import type { InputState } from './input-state.ts';

/** A view as Slack gives it back: docs.slack.dev/reference/views. */
export interface View {
  id: string;
  team_id: string;
  app_id: string;
  bot_id: string;
  type: 'modal' | 'home';
  callback_id: string;
  external_id: string;
  private_metadata: string;
  blocks: Json[];
  title: { type: 'plain_text'; text: string; emoji: boolean };
  submit: { type: 'plain_text'; text: string; emoji: boolean } | null;
  close: { type: 'plain_text'; text: string; emoji: boolean } | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  state: { values: InputState };
  app_installed_team_id: string;
}

/** A view on somebody's screen. */
export interface OpenView {
  view: View;
  user: string;
  /** What the app said is wrong with what was filled in, by `block_id`. */
  errors: Record<string, string>;
}
