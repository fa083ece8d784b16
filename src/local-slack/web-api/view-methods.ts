import type { webApi } from '@slack/bolt';
import { Refusal } from '../refusal.ts';
import type { View } from '../state/view.ts';
import { refuseBadView } from '../state/views.ts';
import type { Method, MethodContext } from './method.ts';

/** docs.slack.dev/reference/methods: views.*. */

type Shown = NonNullable<webApi.ViewsOpenResponse['view']>;

/** The SDK's type has nothing for what is null where Slack sends null. */
const shown = (view: View) => view as unknown as Shown;

const trigger = { view: 'required', trigger_id: 'optional', interactivity_pointer: 'optional' } as const;

/** Whose screen a trigger opens. A view that is refused leaves the trigger as it was. @throws Refusal */
function userOf(args: Record<string, unknown>, { state }: MethodContext): string {
  const pointer = args.trigger_id ?? args.interactivity_pointer;
  if (pointer === undefined) throw Refusal.badArguments('missing required field: trigger_id');
  refuseBadView(args.view, 'modal');
  return state.triggers.exchange(pointer);
}

export const open: Method<webApi.ViewsOpenArguments, webApi.ViewsOpenResponse> = {
  args: trigger,
  run: (args, context) => {
    const user = userOf(args, context);
    return { view: shown(context.state.views(context.workspace).open(user, args.view)) };
  },
};

export const push: Method<webApi.ViewsPushArguments, webApi.ViewsPushResponse> = {
  args: trigger,
  run: (args, context) => {
    const user = userOf(args, context);
    return { view: shown(context.state.views(context.workspace).push(user, args.view)) };
  },
};

export const update: Method<webApi.ViewsUpdateArguments, webApi.ViewsUpdateResponse> = {
  args: { view: 'required', view_id: 'optional', external_id: 'optional', hash: 'optional' },
  run: (args, { state, workspace }) => {
    if (args.view_id === undefined && args.external_id === undefined) {
      throw Refusal.badArguments('missing required field: view_id');
    }
    const views = state.views(workspace);
    const found = views.find(args.view_id, args.external_id);
    if (!found) throw new Refusal('not_found');
    return { view: shown(views.update(found, args.view, args.hash)) };
  },
};

export const publish: Method<
  webApi.ViewsPublishArguments & { interactivity_pointer?: string },
  webApi.ViewsPublishResponse
> = {
  args: { view: 'required', user_id: 'required', hash: 'optional', interactivity_pointer: 'optional' },
  run: (args, { state, workspace }) => {
    const user = String(args.user_id);
    if (!state.app.homeTab) throw new Refusal('not_enabled');
    if (!workspace.people.has(user)) throw Refusal.badArguments('user_not_found [json-pointer:/user_id]');
    return { view: shown(state.views(workspace).publish(user, args.view, args.hash)) };
  },
};
