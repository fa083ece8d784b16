import { z } from 'zod';
import { day, edtf, identifier, text, timeZone } from './schema-fields.ts';
import { STRENGTHS } from './strength.ts';

/** What the YAML file of an event holds, field by field. The editors' JSON Schemas are generated from this. */

/** Statements of an event that a source can support. */
export const SUPPORTS = [
  'date',
  'time',
  'homeDate',
  'kind',
  'names',
  'places',
  'by',
  'against',
  'attribution',
  'people',
  'summary',
  'figures',
  'links',
] as const;

const address = z.url({ protocol: /^https?$/, message: 'is not an http(s) address' });

export const sourceSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z]{1,2}$/, 'is not one or two small letters'),
    title: text.optional().meta({ description: 'The headline, as it was seen on the page.' }),
    description: text
      .optional()
      .meta({ description: 'What the page is, in our words, where its headline was not seen.' }),
    publisher: text.meta({ description: 'Who published the page at this address.' }),
    carries: text.optional().meta({
      description: 'Whose text the page repeats, where it is a copy: AP, for an AP report in a local paper.',
    }),
    cites: text.optional().meta({ description: 'Whose report the page retells in words of its own.' }),
    strength: z.enum(STRENGTHS).optional().meta({
      description: 'How strong the page is as evidence, where publishers.yaml does not say it of whose text it is.',
    }),
    date: edtf.optional().meta({ description: 'When the page was published.' }),
    url: address,
    archive: address.optional().meta({ description: 'Where a copy of the page is kept, if one was seen.' }),
    supports: z.array(z.enum(SUPPORTS)).min(1, 'names no statement'),
  })
  .refine((source) => (source.title === undefined) !== (source.description === undefined), {
    message: 'needs either a title (the headline seen) or a description (ours), not both',
  })
  .refine((source) => source.carries === undefined || source.cites === undefined, {
    message: 'either carries or cites another report, not both',
  });

export const QUALIFIERS = ['about', 'at least', 'more than', 'fewer than', 'nearly', 'up to'] as const;

export const figureSchema = z.strictObject({
  what: identifier.meta({ description: 'Id of a measure in measures.yaml: what is counted.' }),
  value: z
    .union([
      z.number(),
      z.strictObject({ from: z.number(), to: z.number() }).refine((range) => range.from < range.to, 'runs backwards'),
      z.strictObject({ words: text }).meta({ description: 'Where the source gave no number: several, dozens.' }),
    ])
    .meta({ description: 'A number, a range {from, to}, or {words} where the source gave no number.' }),
  qualifier: z.enum(QUALIFIERS).optional(),
  of: text.meta({ description: 'Who or what exactly is counted: U.S. service members.' }),
  saidBy: text.meta({ description: 'Who gave the figure: Pentagon (Ryder).' }),
  asOf: edtf.optional().meta({ description: 'The day for which, or on which, the figure was given.' }),
  sources: z.array(z.string()).min(1, 'cites no source'),
  borneOut: z.literal(false).optional().meta({
    description:
      'false for a claim that never proved true: it is told with who made it, and no event weighs more by it.',
  }),
  note: text.optional(),
});

export const LINK_TYPES = ['retaliation-for', 'responds-to', 'led-to', 'part-of', 'follows'] as const;

export const ATTRIBUTION = ['claimed', 'attributed', 'unclaimed', 'disputed', 'denied', 'not-applicable'] as const;

export const attributionSchema = z.strictObject({
  status: z.enum(ATTRIBUTION),
  claimedBy: z.array(identifier).optional().meta({ description: 'Actors that said they did it.' }),
  accused: z
    .array(z.strictObject({ actor: identifier, by: text.meta({ description: 'Who blames them, in words.' }) }))
    .optional()
    .meta({ description: 'Actors blamed, and by whom.' }),
  deniedBy: z.array(identifier).optional().meta({ description: 'Actors that denied it.' }),
  note: text.optional(),
});

export const PERSON_ROLES = [
  'killed',
  'wounded',
  'target',
  'captive',
  'attacker',
  'commander',
  'official',
  'speaker',
  'suspect',
  'other',
] as const;

export const STANDINGS = ['disputed', 'withdrawn'] as const;

export const correctionSchema = z.strictObject({
  on: day.meta({ description: 'The day on which the record was corrected.' }),
  field: z.enum(SUPPORTS).meta({ description: 'What was corrected.' }),
  was: text.meta({ description: 'What the record said, in few words: 21 wounded, said by the Navy.' }),
  now: text.meta({ description: 'What it says since, in few words; "nothing" where the statement was taken out.' }),
  sources: z.array(z.string()).min(1, 'cites no source').meta({ description: 'Keys of the sources that bear it out.' }),
});

export const eventSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/, 'is not YYYY-MM-DD-kebab-case'),
  title: text,
  names: z.array(text).optional().meta({ description: 'Proper names and usual designations of the event.' }),
  date: edtf.meta({ description: 'Local date of the event, EDTF.' }),
  time: z
    .string()
    .regex(/^~?([01]\d|2[0-3]):[0-5]\d$/, 'is not HH:MM or ~HH:MM')
    .optional()
    .meta({ description: 'Local time at the start, HH:MM; ~HH:MM for "about".' }),
  timeZone,
  homeDate: edtf.optional().meta({
    description: 'The date at the home clock of the timeline, only where no time is given to compute it from.',
  }),
  kind: identifier.meta({ description: 'Id of a kind in kinds.yaml.' }),
  weapons: z.array(identifier).optional().meta({ description: 'Ids of weapons.yaml, as far as the sources say.' }),
  places: z.array(identifier).min(1, 'names no place').meta({ description: 'Ids of places.yaml.' }),
  by: z.array(identifier).min(1, 'names no actor').meta({ description: 'Ids of actors.yaml: who did it.' }),
  against: z.array(identifier).meta({ description: 'Ids of actors.yaml: whom it was aimed at or fell on.' }),
  attribution: attributionSchema,
  people: z.array(z.strictObject({ person: identifier, as: z.enum(PERSON_ROLES), note: text.optional() })).optional(),
  summary: text,
  figures: z.array(figureSchema).optional(),
  links: z.array(z.strictObject({ type: z.enum(LINK_TYPES), to: z.string() })).optional(),
  confusedWith: z.array(z.string()).optional().meta({ description: 'Ids of events that this one is mixed up with.' }),
  wordings: z.array(text).optional().meta({
    description: 'Words by which people describe the event that its text does not use: searched, never shown.',
  }),
  caveat: text.optional().meta({ description: 'What a reader must be told with every answer from this event.' }),
  sources: z.array(sourceSchema).min(1, 'has no source'),
  verified: z.strictObject({ on: day, by: z.enum(['second-reading']) }).optional(),
  status: z
    .strictObject({ is: z.enum(STANDINGS), on: day, note: text })
    .optional()
    .meta({
      description:
        'Where the event as a whole is in doubt: disputed is told with every answer, withdrawn is answered no more.',
    }),
  corrections: z.array(correctionSchema).min(1, 'tells of no correction').optional().meta({
    description: 'What this record said wrongly once, the oldest first: it is told to who asks about the event.',
  }),
});

export type EventRecord = z.infer<typeof eventSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type LinkType = (typeof LINK_TYPES)[number];
