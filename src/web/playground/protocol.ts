import type { Choice } from '../../local-slack/people/choices.ts';

/** What passes between the page and its server. The page's JavaScript names these types too. */

/** All that the page needs to know once. */
export interface Greeting {
  workspace: string;
  people: { id: string; name: string; realName: string }[];
  newcomer: string;
  firstChannel: string;
  bot: { userId: string; name: string };
  commands: { command: string; description: string; hint: string }[];
  shortcuts: { type: 'message' | 'global'; callbackId: string; name: string }[];
  homeTab: boolean;
  /** Questions that the record answers. */
  examples: readonly string[];
  /** Every public channel, for mentions of those that a person is not in. */
  channels: { id: string; name: string }[];
}

/** One line of the traffic inspector. */
export interface TrafficLine {
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  /** From Slack to the app, from the app to Slack, or neither. */
  way: 'to-app' | 'to-slack' | 'state';
  /** The method, or the type of the envelope. */
  title: string;
  /** What it was about, in a few words. */
  note: string;
  failed: boolean;
  /** The whole of it, without secrets, as JSON. */
  details: string;
}

/** Where a person acts: in a message, in the modal in front, or in the Home tab. */
export type ActPlace = { channel: string; ts: string } | 'modal' | 'home';

/** What the page asks a person to do. */
export type Act = { user: string } & (
  | { do: 'say'; channel: string; text: string; thread?: string | undefined }
  | { do: 'command'; channel: string; command: string; text: string }
  | { do: 'press'; place: ActPlace; action: string; feedback?: 'positive' | 'negative' | undefined }
  | { do: 'choose'; place: ActPlace; action: string; choice: Choice }
  | { do: 'submit'; answers: Record<string, Choice> }
  | { do: 'closeModal' }
  | { do: 'openHome' }
  | { do: 'openMessages' }
  | { do: 'messageShortcut'; channel: string; ts: string; shortcut: string }
  | { do: 'globalShortcut'; shortcut: string }
  | { do: 'invite'; channel: string }
);

/** What came of it: why it could not be done, or whether the app took it in time, with the `ts` of a message. */
export type ActResult = { refused: string } | { acknowledged: boolean; ts?: string };
