import type { Acknowledgement } from '../delivery/delivery.ts';
import type { Message } from '../state/message.ts';
import { choose, globalShortcut, messageShortcut, type Place, press } from './acting.ts';
import type { Choice } from './choices.ts';
import { type DownloadedFile, download } from './downloading.ts';
import { closeModal, submit } from './forms.ts';
import type { PeopleTools } from './people-tools.ts';
import { type Screen, screenOf } from './screen.ts';
import { invite, kick, openTab } from './visiting.ts';
import { command, edit, remove, write } from './writing.ts';

/**
 * What people in a workspace do. Every method resolves when the app has acknowledged all that Slack sent because of it, or
 * when Slack gave up. What they did is there at once.
 */
export class People {
  readonly #tools: PeopleTools;

  constructor(tools: PeopleTools) {
    this.#tools = tools;
  }

  /**
   * Somebody writes a message; `<@id>` with the id of the bot's user mentions it.
   * @param options `threadTs`: the root of the thread; `times`: how often Slack delivers the event, with one event id
   * @throws Refusal where the person is not in the conversation
   */
  async say(
    user: string,
    channel: string,
    text: string,
    options: { threadTs?: string; times?: number } = {},
  ): Promise<Message> {
    const message = write(this.#tools, user, channel, text, options.threadTs);
    await this.#tools.events.written(this.#tools.workspace, message, options.times);
    return message;
  }

  /** Somebody changes a message of their own. @throws CannotDo */
  edit(user: string, message: Message, text: string): Promise<void> {
    return edit(this.#tools, user, message, text);
  }

  /** Somebody deletes a message of their own. @throws CannotDo */
  remove(user: string, message: Message): Promise<void> {
    return remove(this.#tools, user, message);
  }

  /** Sends one event as it is, whatever the app subscribed to, `times` times with the same event id. */
  sendEvent(event: { type: string; [field: string]: unknown }, times = 1): Promise<Acknowledgement[]> {
    return this.#tools.events.sendAnyway(this.#tools.workspace, event, times);
  }

  /** Somebody types a command. @throws CannotDo */
  command(user: string, channel: string, name: string, text: string): Promise<Acknowledgement> {
    return command(this.#tools, user, channel, name, text);
  }

  /** Somebody presses a button in a message, the open modal or the Home tab. @throws CannotDo */
  press(user: string, place: Place, actionId: string, feedback?: 'positive' | 'negative'): Promise<Acknowledgement> {
    return press(this.#tools, user, place, actionId, feedback);
  }

  /**
   * Somebody chooses in a menu, or fills in an element.
   * @returns the acknowledgement, or nothing where the app is not told yet
   * @throws CannotDo
   */
  choose(user: string, place: Place, actionId: string, choice: Choice): Promise<Acknowledgement | undefined> {
    return choose(this.#tools, user, place, actionId, choice);
  }

  /** Somebody uses a shortcut on a message. @throws CannotDo */
  messageShortcut(user: string, message: Message, callbackId: string): Promise<Acknowledgement> {
    return messageShortcut(this.#tools, user, message, callbackId);
  }

  /** Somebody uses a shortcut from anywhere. @throws CannotDo */
  globalShortcut(user: string, callbackId: string): Promise<Acknowledgement> {
    return globalShortcut(this.#tools, user, callbackId);
  }

  /** Somebody fills the open modal in, by `action_id`, and sends it off. @throws CannotDo */
  submit(user: string, answers: Readonly<Record<string, Choice>> = {}): Promise<Acknowledgement> {
    return submit(this.#tools, user, answers);
  }

  /** Somebody closes the open modal, or all of them. @throws CannotDo */
  closeModal(user: string, options: { all?: boolean } = {}): Promise<void> {
    return closeModal(this.#tools, user, options.all ?? false);
  }

  /** Somebody opens the app's Home tab. @throws CannotDo */
  openHome(user: string): Promise<void> {
    return openTab(this.#tools, user, 'home');
  }

  /** Somebody opens the app's Messages tab. @throws CannotDo */
  openMessages(user: string): Promise<void> {
    return openTab(this.#tools, user, 'messages');
  }

  /** Somebody brings a guest, the bot where none is named, into a channel. @throws CannotDo */
  invite(user: string, channel: string, guest: string = this.#tools.workspace.bot.userId): Promise<void> {
    return invite(this.#tools, user, channel, guest);
  }

  /** Somebody removes a member, the bot where none is named, from a channel. @throws CannotDo */
  kick(user: string, channel: string, member: string = this.#tools.workspace.bot.userId): Promise<void> {
    return kick(this.#tools, user, channel, member);
  }

  /** Somebody saves a file of a message that they see. @throws CannotDo */
  download(user: string, fileId: string): DownloadedFile {
    return download(this.#tools, user, fileId);
  }

  /** Somebody takes the app out of the workspace; its token ends. */
  uninstall(): Promise<void> {
    return this.#tools.uninstall();
  }

  /** What a person sees now; a copy, which does not change. */
  screen(user: string): Screen {
    return screenOf(this.#tools, user);
  }
}
