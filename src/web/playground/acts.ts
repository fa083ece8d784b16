import { z } from 'zod';
import type { Acknowledgement } from '../../local-slack/delivery/delivery.ts';
import type { LocalSlack } from '../../local-slack/local-slack.ts';
import type { Place } from '../../local-slack/people/acting.ts';
import { CannotDo } from '../../local-slack/people/cannot-do.ts';
import { Refusal } from '../../local-slack/refusal.ts';
import type { Message } from '../../local-slack/state/message.ts';
import type { Act, ActPlace, ActResult } from './protocol.ts';

const id = z.string().min(1).max(255);
const text = z.string().max(40_000);
const place = z.union([z.literal('modal'), z.literal('home'), z.strictObject({ channel: id, ts: id })]);
const choice = z.union([text, z.number(), z.array(text).max(100), z.null()]);

const actSchema: z.ZodType<Act> = z.discriminatedUnion('do', [
  z.strictObject({ user: id, do: z.literal('say'), channel: id, text, thread: id.optional() }),
  z.strictObject({ user: id, do: z.literal('command'), channel: id, command: id, text }),
  z.strictObject({
    user: id,
    do: z.literal('press'),
    place,
    action: id,
    feedback: z.enum(['positive', 'negative']).optional(),
  }),
  z.strictObject({ user: id, do: z.literal('choose'), place, action: id, choice }),
  z.strictObject({ user: id, do: z.literal('submit'), answers: z.record(id, choice) }),
  z.strictObject({ user: id, do: z.literal('closeModal') }),
  z.strictObject({ user: id, do: z.literal('openHome') }),
  z.strictObject({ user: id, do: z.literal('openMessages') }),
  z.strictObject({ user: id, do: z.literal('messageShortcut'), channel: id, ts: id, shortcut: id }),
  z.strictObject({ user: id, do: z.literal('globalShortcut'), shortcut: id }),
  z.strictObject({ user: id, do: z.literal('invite'), channel: id }),
]);

/** Thrown for a request of the page that has a wrong form. */
export class BadAct extends Error {
  override readonly name = 'BadAct';
}

/** Reads what the page asks for. @throws BadAct */
export function readAct(value: unknown): Act {
  const parsed = actSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadAct(`${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'has a wrong form'}`);
}

/** Lets a person do it. What Slack's client would not offer, or Slack refuses, is told and not thrown. */
export async function perform(slack: LocalSlack, act: Act): Promise<ActResult> {
  try {
    return await attempt(slack, act);
  } catch (error) {
    if (error instanceof CannotDo) return { refused: error.message };
    if (error instanceof Refusal) return { refused: `Slack refuses that: ${error.code}` };
    throw error;
  }
}

async function attempt(slack: LocalSlack, act: Act): Promise<ActResult> {
  const { people, workspace } = slack;
  const { user } = act;
  if (!workspace.people.has(user)) throw new CannotDo(`There is nobody ${user} in ${workspace.name}`);
  switch (act.do) {
    case 'say': {
      const thread = act.thread === undefined ? {} : { threadTs: act.thread };
      return { ts: (await people.say(user, act.channel, act.text, thread)).ts, acknowledged: true };
    }
    case 'command':
      return taken(await people.command(user, act.channel, act.command, act.text));
    case 'press':
      return taken(await people.press(user, placeOf(slack, act.place), act.action, act.feedback));
    case 'choose':
      return taken(await people.choose(user, placeOf(slack, act.place), act.action, act.choice));
    case 'submit':
      return taken(await people.submit(user, act.answers));
    case 'messageShortcut':
      return taken(await people.messageShortcut(user, messageAt(slack, act.channel, act.ts), act.shortcut));
    case 'globalShortcut':
      return taken(await people.globalShortcut(user, act.shortcut));
    case 'closeModal':
      return done(people.closeModal(user));
    case 'openHome':
      return done(people.openHome(user));
    case 'openMessages':
      return done(people.openMessages(user));
    case 'invite':
      return done(people.invite(user, act.channel));
  }
}

async function done(work: Promise<void>): Promise<ActResult> {
  await work;
  return { acknowledged: true };
}

function taken(acknowledgement: Acknowledgement | undefined): ActResult {
  const { status } = acknowledgement ?? { status: 200 };
  return { acknowledged: status >= 200 && status < 300 };
}

function placeOf(slack: LocalSlack, at: ActPlace): Place {
  return typeof at === 'string' ? at : messageAt(slack, at.channel, at.ts);
}

function messageAt({ workspace }: LocalSlack, channel: string, ts: string): Message {
  const message = workspace.find(channel, ts);
  if (!message) throw new CannotDo('That message is gone');
  return message;
}
