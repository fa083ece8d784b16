import type { HomeView, ModalView } from '@slack/types';
import { isObject, type Json } from '../json.ts';
import { type Check, type Issue, optional, type Report, required, typed } from './rule.ts';
import type { Surface } from './surfaces.ts';
import { plainText } from './text-rules.ts';
import { validateBlocks } from './validate-blocks.ts';
import { anyText, boolean } from './value-rules.ts';

/** docs.slack.dev/reference/views. Blocks are looked at apart, so here any will do. */
const anything: Check = () => {};

const base = {
  blocks: required(anything),
  private_metadata: optional(anyText(3000)),
  callback_id: optional(anyText(255)),
  external_id: optional(anyText(255)),
};

const VIEWS: Record<Exclude<Surface, 'message'>, Check> = {
  home: typed<HomeView>(base),
  modal: typed<ModalView>(
    {
      ...base,
      title: required(plainText(24)),
      close: optional(plainText(24)),
      submit: optional(plainText(24)),
      clear_on_close: optional(boolean),
      notify_on_close: optional(boolean),
    },
    (view, at, report) => {
      const blocks = Array.isArray(view.blocks) ? view.blocks : [];
      const asks = blocks.some((block) => isObject(block) && block.type === 'input');
      if (asks && !view.submit) report(at, 'missing required field: submit');
    },
  ),
};

/** What Slack would find wrong with a view; nothing where it would take it. */
export function validateView(view: unknown, type: Exclude<Surface, 'message'>, at = '/view'): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (pointer, message, expected) => {
    issues.push({ pointer, message, ...(expected ? { expected } : {}) });
  };
  if (!isObject(view)) return [{ pointer: at, message: 'must be an object' }];
  if (view.type === undefined) report(at, 'missing required field: type');
  else if (view.type !== type) report(`${at}/type`, `unsupported type: ${String(view.type)}`, [type]);
  VIEWS[type](view, at, report);
  if (view.blocks !== undefined) issues.push(...validateBlocks(view.blocks, type, `${at}/blocks`));
  if (issues.length > 0) issues.unshift({ pointer: at, message: 'failed to match all allowed schemas' });
  return issues;
}

/** A view weighs at most 250 kB as JSON. */
export const HEAVIEST_VIEW = 250_000;

export function isTooHeavy(view: Json): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > HEAVIEST_VIEW;
}
