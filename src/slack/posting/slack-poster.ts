import type { webApi } from '@slack/bolt';
import { type OwedMessage, readOwedMessage } from '../../delivery/owed-message.ts';
import type { Finding, Post, Poster, Posting } from '../../delivery/poster.ts';
import type { BotTokens } from './bot-tokens.ts';
import { deliveryMetadata } from './delivery-metadata.ts';
import { findDelivery } from './find-delivery.ts';
import { type PostingClientSettings, postingClient } from './posting-client.ts';
import { postingOutcome, reasonOf } from './posting-outcome.ts';

const NO_INSTALLATION = {
  code: 'not_installed',
  remedy: 'have the app installed in the workspace again from the page /slack/install',
};

const UNREADABLE_MESSAGE: Posting = {
  outcome: 'refused',
  code: 'unreadable_delivery',
  remedy: 'another version of Dateline wrote it: run that version, or drop it with "dateline outbox drop"',
};

export interface SlackPosterSettings extends PostingClientSettings {
  tokens: BotTokens;
}

/** Posts deliveries with Slack's Web API, and finds them again by their metadata. */
export class SlackPoster implements Poster {
  readonly #settings: SlackPosterSettings;
  readonly #clients = new Map<string, webApi.WebClient>();

  constructor(settings: SlackPosterSettings) {
    this.#settings = settings;
  }

  async post(post: Post): Promise<Posting> {
    const message = readOwedMessage(post.message);
    if (!message) return UNREADABLE_MESSAGE;
    try {
      let posting: Posting = { outcome: 'channel-closed', ...NO_INSTALLATION };
      for (const client of await this.#clientsOf(post.team)) {
        posting = await postOnce(client, post, message);
        if (!isElsewhere(posting)) break;
      }
      return posting;
    } catch (error) {
      return postingOutcome(error);
    }
  }

  async find(post: Pick<Post, 'team' | 'channel' | 'key'>, since: Date): Promise<Finding> {
    try {
      let finding: Finding = { outcome: 'unreadable', ...NO_INSTALLATION };
      for (const client of await this.#clientsOf(post.team)) {
        finding = await findDelivery(client, post, since);
        if (!isElsewhere(finding)) break;
      }
      return finding;
    } catch (error) {
      return { outcome: 'failed', ...reasonOf(error) };
    }
  }

  async #clientsOf(team: string): Promise<webApi.WebClient[]> {
    return (await this.#settings.tokens(team)).map((token) => this.#client(token));
  }

  #client(token: string): webApi.WebClient {
    const known = this.#clients.get(token);
    if (known) return known;
    const client = postingClient(token, this.#settings);
    this.#clients.set(token, client);
    return client;
  }
}

async function postOnce(
  client: webApi.WebClient,
  { channel, key }: Post,
  { text, blocks }: OwedMessage,
): Promise<Posting> {
  try {
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      blocks,
      metadata: deliveryMetadata(key),
      unfurl_links: false,
      unfurl_media: false,
    });
    return { outcome: 'posted', messageTs: ts ?? '' };
  } catch (error) {
    return postingOutcome(error);
  }
}

/** Whether the channel may belong to a workspace that another token is for. */
function isElsewhere(outcome: Posting | Finding): boolean {
  return 'code' in outcome && outcome.code === 'channel_not_found';
}
