import type { Migration } from '../migration.ts';
import { settings } from './0001-settings.ts';
import { proposals } from './0002-proposals.ts';
import { feedback } from './0003-feedback.ts';
import { installations } from './0004-installations.ts';
import { seenDeliveries } from './0005-seen-deliveries.ts';
import { unansweredQuestions } from './0006-unanswered-questions.ts';
import { settledDeliveries } from './0007-settled-deliveries.ts';
import { subscriptions } from './0008-subscriptions.ts';
import { outbox } from './0009-outbox.ts';
import { recordChanges } from './0010-record-changes.ts';
import { restores } from './0011-restores.ts';

/**
 * Every migration by its name, in order. One that was released is never changed or removed: a store remembers by these
 * names what was done to it. Each has a way down, which a restored backup of an older schema takes on empty tables.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-settings': settings,
  '0002-proposals': proposals,
  '0003-feedback': feedback,
  '0004-installations': installations,
  '0005-seen-deliveries': seenDeliveries,
  '0006-unanswered-questions': unansweredQuestions,
  '0007-settled-deliveries': settledDeliveries,
  '0008-subscriptions': subscriptions,
  '0009-outbox': outbox,
  '0010-record-changes': recordChanges,
  '0011-restores': restores,
};

/** The schema that this code works with: the name of the last migration. */
export const SCHEMA = Object.keys(MIGRATIONS).at(-1)!;
