import type { ChannelSettingsRepository } from './channel-settings.ts';
import type { FeedbackRepository } from './feedback.ts';
import type { InstallationRepository } from './installations.ts';
import type { OAuthStateRepository } from './oauth-states.ts';
import type { OutboxRepository } from './outbox.ts';
import type { ProposalRepository } from './proposals.ts';
import type { RecordChangeRepository } from './record-changes.ts';
import type { SeenDeliveryRepository } from './seen-deliveries.ts';
import type { SubscriptionRepository } from './subscriptions.ts';
import type { UnansweredQuestionRepository } from './unanswered-questions.ts';
import type { UserSettingsRepository } from './user-settings.ts';

/**
 * What users of Dateline create. It is the port that the doors receive. Every method throws a StoreError and nothing
 * else when the database fails; a NUL or half of a surrogate pair in a text is kept as U+FFFD.
 */
export interface Store {
  /** Which database holds it, for a log: the path of a file, or host, port and name; never a password. */
  readonly location: string;
  readonly channelSettings: ChannelSettingsRepository;
  readonly userSettings: UserSettingsRepository;
  readonly proposals: ProposalRepository;
  readonly feedback: FeedbackRepository;
  readonly installations: InstallationRepository;
  readonly oauthStates: OAuthStateRepository;
  readonly seenDeliveries: SeenDeliveryRepository;
  readonly unansweredQuestions: UnansweredQuestionRepository;
  readonly subscriptions: SubscriptionRepository;
  readonly outbox: OutboxRepository;
  readonly recordChanges: RecordChangeRepository;
  /**
   * The moment by the clock that all go by who share the store: the database server's, or this machine's for a file. What
   * several processes compare, such as the end of a lease, is reckoned by it.
   */
  now(): Promise<Date>;
  /** Asks the database for a sign of life. */
  ping(): Promise<void>;
  /** Lets go of the database, once what is under way is done. It may be called again. */
  close(): Promise<void>;
}
