import { z } from 'zod';
import { QUESTION_KINDS } from './question-kind.ts';

/** What a phrasing adds to the reading, beyond its intent: which figure, which end of an order, which direction. */
const attributesSchema = z.strictObject({
  stage: z.enum(['first', 'latest']).optional().meta({ description: 'Which step of a figure that rose.' }),
  pick: z
    .enum(['first', 'last', 'next', 'previous', 'earlier'])
    .optional()
    .meta({ description: 'Which event of an order.' }),
  side: z
    .enum(['did', 'claimed', 'denied', 'blamed', 'target'])
    .optional()
    .meta({ description: 'Which actor is asked for.' }),
  from: z
    .enum(['now', 'event', 'pair', 'length'])
    .optional()
    .meta({ description: 'What an interval is measured between.' }),
  clock: z
    .enum(['home', 'local'])
    .optional()
    .meta({ description: "Whose date is asked for: the home clock's or the local one." }),
  topic: z
    .enum(['coverage', 'help', 'source', 'who', 'report', 'corrections', 'greeting'])
    .optional()
    .meta({ description: 'What is asked about Dateline itself.' }),
  refuse: z
    .enum(['command', 'opinion', 'prediction', 'ranking', 'elsewhere'])
    .optional()
    .meta({ description: 'Why it is no question for a record.' }),
  measure: z.string().optional().meta({ description: 'The measure asked for, where the words do not name it.' }),
  lead: z.enum(['cause']).optional().meta({ description: 'The cause itself is asked for, more than an account.' }),
  all: z.boolean().optional().meta({ description: 'Every event that fits is wanted.' }),
});

export type IntentAttributes = z.infer<typeof attributesSchema>;

const phrasingSchema = z.union([
  z.string(),
  z.strictObject({ say: z.string(), as: attributesSchema.optional(), weight: z.number().optional() }),
]);

/** What an example must show; every part is a test. */
const exampleSchema = z.strictObject({
  ask: z.string(),
  thread: z.array(z.string()).optional(),
  now: z.iso.datetime().optional(),
  status: z.enum(['answered', 'several', 'declined']).default('answered'),
  event: z.string().optional().meta({ description: 'Id of the event that must stand first.' }),
  says: z.array(z.string()).optional().meta({ description: 'Words that the answer must contain.' }),
});

/** A file of `intents/`: one kind of question. */
export const intentFile = z.strictObject({
  intent: z.enum(QUESTION_KINDS),
  about: z.string().meta({ description: 'What the intent asks for, in a sentence.' }),
  rank: z.number().meta({ description: 'Which intent wins where two fit equally well: the higher.' }),
  phrasings: z.array(phrasingSchema).min(1),
  examples: z.array(exampleSchema).default([]),
});

export type IntentFile = z.infer<typeof intentFile>;
export type Example = z.infer<typeof exampleSchema>;
