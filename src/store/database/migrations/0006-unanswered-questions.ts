import type { Migration } from '../migration.ts';

/** Questions that found no answer. */
export const unansweredQuestions: Migration = {
  async up(db) {
    await db.schema
      .createTable('unanswered_questions')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('unanswered_questions_by_time').on('unanswered_questions').column('asked_at').execute();
  },
  async down(db) {
    await db.schema.dropTable('unanswered_questions').execute();
  },
};
