import type { webApi } from '@slack/bolt';
import { isObject, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Method, MethodContext } from './method.ts';

/** docs.slack.dev/reference/methods: assistant.threads.*. */

const MOST_PROMPTS = 4;

/** The conversation and the root of a thread in it. @throws Refusal */
function thread(args: Json, { workspace, bot }: MethodContext) {
  const channel = workspace.visible(String(args.channel_id), bot);
  const root = workspace.find(channel.id, String(args.thread_ts));
  if (!root || root.ephemeralTo !== undefined) throw new Refusal('invalid_thread_ts');
  return { channel, ts: root.thread_ts ?? root.ts };
}

export const setStatus: Method<webApi.AssistantThreadsSetStatusArguments, webApi.AssistantThreadsSetStatusResponse> = {
  scope: 'chat:write',
  // An empty status is one: it takes the last one away.
  args: {
    channel_id: 'required',
    thread_ts: 'required',
    status: 'optional',
    loading_messages: 'optional',
    icon_emoji: 'optional',
    icon_url: 'optional',
    username: 'optional',
  },
  run: (args, context) => {
    const { channel, ts } = thread(args, context);
    if (typeof args.status !== 'string') throw Refusal.badArguments('missing required field: status');
    context.workspace.assistant.setStatus(channel.id, ts, args.status);
    context.workspace.changed('assistant', { channel: channel.id });
    return {};
  },
};

export const setTitle: Method<webApi.AssistantThreadsSetTitleArguments, webApi.AssistantThreadsSetTitleResponse> = {
  scope: 'assistant:write',
  args: { channel_id: 'required', thread_ts: 'required', title: 'required' },
  run: (args, context) => {
    const { channel, ts } = thread(args, context);
    context.workspace.assistant.setTitle(channel.id, ts, String(args.title));
    context.workspace.changed('assistant', { channel: channel.id });
    return {};
  },
};

export const setSuggestedPrompts: Method<
  webApi.AssistantThreadsSetSuggestedPromptsArguments,
  webApi.AssistantThreadsSetSuggestedPromptsResponse
> = {
  scope: 'assistant:write',
  args: { channel_id: 'required', prompts: 'required', thread_ts: 'optional', title: 'optional' },
  run: (args, { state, workspace, bot }) => {
    if (!state.app.agent) throw new Refusal('not_agent_app');
    const channel = workspace.visible(String(args.channel_id), bot);
    const prompts = checkedPrompts(args.prompts);
    // With a thread, an agent's call silently does nothing.
    if (args.thread_ts === undefined) {
      const title = args.title === undefined ? {} : { title: String(args.title) };
      workspace.assistant.setPrompts(channel.id, { ...title, prompts });
      workspace.changed('assistant', { channel: channel.id });
    }
    return {};
  },
};

function checkedPrompts(prompts: unknown): { title: string; message: string }[] {
  if (!Array.isArray(prompts)) throw Refusal.badArguments('must be an array [json-pointer:/prompts]');
  if (prompts.length > MOST_PROMPTS) {
    throw Refusal.badArguments(`no more than ${MOST_PROMPTS} items allowed [json-pointer:/prompts]`);
  }
  return prompts.map((prompt, index) => {
    const at = `[json-pointer:/prompts/${index}]`;
    for (const field of ['title', 'message']) {
      if (!isObject(prompt) || typeof prompt[field] !== 'string' || prompt[field] === '') {
        throw Refusal.badArguments(`missing required field: ${field} ${at}`);
      }
    }
    return { title: prompt.title, message: prompt.message };
  });
}
