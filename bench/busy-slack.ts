// The local Slack of a bench in a process of its own, so that it takes no time of the app's event loop. A person asks a
// question every so often, each time in another channel than before, and the process that started it is told what was seen.
import { performance } from 'node:perf_hooks';
import { appFromManifest } from '../src/local-slack/app-settings.ts';
import { LocalSlack } from '../src/local-slack/local-slack.ts';
import type { Message } from '../src/local-slack/state/message.ts';
import { DELIVERY_METADATA } from '../src/slack/posting/delivery-metadata.ts';
import { BOT, NEWSROOM } from '../tests/support/local-newsroom.ts';
import { readManifest } from '../tests/support/manifest.ts';

/** What the process is started with. */
export interface BusySlackSettings {
  /** The channels to which digests go. */
  channels: readonly string[];
  /** What is asked. */
  questions: readonly string[];
  /** Milliseconds from one message in a channel to the next. */
  pace: number;
  /** Milliseconds from one question to the next. */
  askEvery: number;
}

/** What was seen since it was asked last. */
export interface Seen {
  /** Milliseconds from each question until its answer stood in the channel. */
  answered: number[];
  /** Questions that have no answer yet. */
  open: number;
  /** Keys of deliveries, in the order in which they were posted. */
  posted: string[];
  /** Milliseconds from each digest of a channel to its next. */
  gaps: number[];
  /** How often a message came too soon. */
  tooSoon: number;
}

/** More than a question every 200 ms needs, so that no answer waits for Slack's limit of a channel. */
const ROOMS = Array.from({ length: 15 }, (_, n) => `C0ASK${n}`);

const { channels, questions, pace, askEvery } = JSON.parse(process.argv[2]!) as BusySlackSettings;
const slack = await LocalSlack.start({
  app: appFromManifest(readManifest()),
  channelPace: pace,
  workspaces: [
    { ...NEWSROOM, channels: [...channels, ...ROOMS].map((id) => ({ id, name: id.toLowerCase(), withBot: true })) },
  ],
});
const asked = new Map<string, number>();
let answered: number[] = [];
let posted: Seen['posted'] = [];
let gaps: number[] = [];
/** When the last digest of each channel was posted. */
const latest = new Map<string, number>();
let tooSoon = 0;
slack.journal.onEntry((entry) => {
  if (entry.kind === 'posted') note(entry.message);
  else if (entry.kind === 'fault' && entry.fault === 'rate-limit') tooSoon += 1;
});
let turn = 0;
let asking: NodeJS.Timeout | undefined;
process.on('message', (message: 'ask' | 'rest' | 'tell') => {
  clearInterval(message === 'tell' ? undefined : asking);
  if (message === 'ask') asking = setInterval(ask, askEvery);
  if (message === 'tell') tell();
});
// Who started it is gone.
process.on('disconnect', () => process.exit());
process.send!({ apiUrl: slack.apiUrl });

function ask(): void {
  const room = ROOMS[turn % ROOMS.length]!;
  const question = questions[turn % questions.length]!;
  turn += 1;
  const at = performance.now();
  const before = slack.workspace.messages.length;
  void slack.people.say('U0ALICE', room, `<@${BOT.userId}> ${question}`);
  // What somebody writes is there at once.
  asked.set(slack.workspace.messages[before]!.ts, at);
}

function note({ channel, metadata, thread_ts = '' }: Message): void {
  const { event_type, event_payload } = (metadata ?? {}) as { event_type?: string; event_payload?: { key: string } };
  if (event_type === DELIVERY_METADATA) {
    posted.push(event_payload!.key);
    const before = latest.get(channel);
    latest.set(channel, performance.now());
    if (before !== undefined) gaps.push(performance.now() - before);
  }
  const at = asked.get(thread_ts);
  if (at === undefined) return;
  asked.delete(thread_ts);
  answered.push(performance.now() - at);
}

function tell(): void {
  const seen: Seen = { answered, open: asked.size, posted, gaps, tooSoon };
  process.send!({ seen });
  answered = [];
  posted = [];
  gaps = [];
  tooSoon = 0;
}
