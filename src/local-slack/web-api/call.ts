import type { Events } from '../delivery/events.ts';
import type { Journal } from '../journal.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Installation } from '../state/installations.ts';
import type { SlackState } from '../state/slack-state.ts';
import { checkArguments } from './arguments.ts';
import { authorize, withBasicCredentials, workspaceOf } from './authorize.ts';
import type { MethodContext } from './method.ts';
import { methodNamed } from './methods.ts';

/** What all calls share. */
export interface CallTools extends Pick<MethodContext, 'socketUrl' | 'uninstall'> {
  state: SlackState;
  events: Events;
  journal: Journal;
  baseUrl(): string;
}

/**
 * Answers a call of the Web API as Slack does: always with `ok`, and with a code where it is refused.
 * @param authorization the header of that name
 */
export function answerCall(name: string, authorization: string | undefined, given: Json, tools: CallTools): Json {
  const { state, journal } = tools;
  const args = withBasicCredentials(authorization, given);
  const { token: _token, ...shown } = args;
  let installation: Installation | undefined;
  try {
    const method = methodNamed(name);
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    installation = authorize(method, authorization, args, state);
    checkArguments(method, args);
    const workspace = workspaceOf(installation, args, state);
    const context = { ...tools, installation, workspace, bot: workspace.bot.userId, baseUrl: tools.baseUrl() };
    const answer = { ok: true, ...method.run(args, context) };
    journal.add({ kind: 'call', method: name, ...teamOf(installation), args: shown, answer });
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answer = { ok: false, error: error.code, ...error.data };
    journal.add({ kind: 'call', method: name, ...teamOf(installation), args: shown, answer, error: error.code });
    return answer;
  }
}

const teamOf = (installation: Installation | undefined) =>
  installation?.team === undefined ? {} : { team: installation.team };
