import { isTooHeavy, validateView } from '../blocks/validate-view.ts';
import type { Clock } from '../clock.ts';
import { copy, isObject, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { withIds } from './block-ids.ts';
import type { Ids } from './ids.ts';
import { inputState } from './input-state.ts';
import type { OpenView, View } from './view.ts';
import type { Workspace } from './workspace.ts';

const DEEPEST = 3;

interface ViewTools {
  workspace: Workspace;
  appId: string;
  ids: Ids;
  clock: Clock;
}

/** The views of an app in a workspace: a stack of modals and a Home tab for each person. */
export class Views {
  readonly #modals = new Map<string, OpenView[]>();
  readonly #homes = new Map<string, OpenView>();
  readonly #tools: ViewTools;
  #hashes = 0;

  constructor(tools: ViewTools) {
    this.#tools = tools;
  }

  /** Opens a modal in place of whatever was open. @throws Refusal */
  open(user: string, definition: unknown): View {
    const view = this.#create(definition, 'modal');
    this.#modals.set(user, [{ view, user, errors: {} }]);
    this.#tools.workspace.changed('modal', { user });
    return view;
  }

  /** Puts a modal on top of the one that is open. @throws Refusal */
  push(user: string, definition: unknown): View {
    const stack = this.#modals.get(user) ?? [];
    const below = stack.at(-1)?.view;
    if (!below) throw new Refusal('not_found');
    if (stack.length >= DEEPEST) throw new Refusal('push_limit_reached');
    const view = { ...this.#create(definition, 'modal'), root_view_id: stack[0]!.view.id, previous_view_id: below.id };
    stack.push({ view, user, errors: {} });
    this.#tools.workspace.changed('modal', { user });
    return view;
  }

  /** Writes a new definition into an open modal or Home tab. @throws Refusal */
  update(open: OpenView, definition: unknown, hash?: unknown): View {
    if (hash !== undefined && hash !== open.view.hash) throw new Refusal('hash_conflict');
    const { id, root_view_id, previous_view_id, state } = open.view;
    const made = this.#create(definition, open.view.type, open.view);
    const view = { ...made, id, root_view_id, previous_view_id };
    view.state = { values: inputState(view.blocks, state.values) };
    Object.assign(open, { view, errors: {} });
    this.#tools.workspace.changed(view.type, { user: open.user });
    return view;
  }

  /** Shows a Home tab to a person. @throws Refusal */
  publish(user: string, definition: unknown, hash?: unknown): View {
    const open = this.#homes.get(user);
    if (open) return this.update(open, definition, hash);
    const view = this.#create(definition, 'home');
    this.#homes.set(user, { view, user, errors: {} });
    this.#tools.workspace.changed('home', { user });
    return view;
  }

  /** The modal that a person looks at. */
  modal(user: string): OpenView | undefined {
    return this.#modals.get(user)?.at(-1);
  }

  /** All modals of a person, the lowest first. */
  modals(user: string): readonly OpenView[] {
    return this.#modals.get(user) ?? [];
  }

  home(user: string): OpenView | undefined {
    return this.#homes.get(user);
  }

  /** A view that is open somewhere. */
  find(id: unknown, externalId?: unknown): OpenView | undefined {
    const all = [...[...this.#modals.values()].flat(), ...this.#homes.values()];
    return all.find(({ view }) => view.id === id || (externalId !== undefined && view.external_id === externalId));
  }

  /** Takes the top modal away, or all of them. @returns what was taken */
  close(user: string, all = false): OpenView[] {
    const stack = this.#modals.get(user) ?? [];
    const closed = all ? stack.splice(0) : stack.splice(-1);
    this.#tools.workspace.changed('modal', { user });
    return closed;
  }

  /** Shows a person what is wrong with what they filled in. */
  showErrors(open: OpenView, errors: Record<string, string>): void {
    open.errors = errors;
    this.#tools.workspace.changed('modal', { user: open.user });
  }

  #create(definition: unknown, type: View['type'], replaced?: View): View {
    refuseBadView(definition, type);
    const given = copy(definition) as Json;
    const external = String(given.external_id ?? '');
    const namesake = external === '' ? undefined : this.find(undefined, external);
    if (namesake && namesake.view !== replaced) throw new Refusal('duplicate_external_id');
    const { workspace, appId, ids } = this.#tools;
    const id = ids.next('V');
    const blocks = withIds(given.blocks as Json[], ids);
    return {
      id,
      team_id: workspace.id,
      app_id: appId,
      bot_id: workspace.bot.botId,
      type,
      callback_id: String(given.callback_id ?? ''),
      external_id: external,
      private_metadata: String(given.private_metadata ?? ''),
      blocks,
      title: words(given.title) ?? { type: 'plain_text', text: 'View Title', emoji: true },
      submit: words(given.submit),
      close: words(given.close),
      clear_on_close: given.clear_on_close === true,
      notify_on_close: given.notify_on_close === true,
      hash: this.#nextHash(),
      root_view_id: id,
      previous_view_id: null,
      state: { values: inputState(blocks) },
      app_installed_team_id: workspace.id,
    };
  }

  #nextHash(): string {
    this.#hashes += 1;
    return `${Math.floor(this.#tools.clock.now() / 1000)}.${this.#hashes.toString(16).padStart(8, '0')}`;
  }
}

/** Looks at a view before anything is done with it. @throws Refusal with what is wrong */
export function refuseBadView(definition: unknown, type: View['type']): void {
  const issues = validateView(definition, type);
  if (issues.length > 0) throw Refusal.because('invalid_arguments', issues);
  if (isTooHeavy(definition as Json)) throw new Refusal('view_too_large');
}

function words(text: unknown): View['submit'] {
  return isObject(text) ? { type: 'plain_text', text: String(text.text), emoji: text.emoji !== false } : null;
}
