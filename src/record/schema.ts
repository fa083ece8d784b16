import { z } from 'zod';
import { EdtfError, parseEdtf } from './edtf.ts';

/** What the YAML files of a record hold, field by field. The editors' JSON Schemas are generated from these. */

const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case')
  .meta({ description: 'Identifier in kebab-case.' });

const text = z.string().trim().min(1, 'is empty');

const edtf = z
  .string()
  .superRefine((value, context) => {
    try {
      parseEdtf(value);
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  })
  .meta({ description: 'EDTF date (ISO 8601-2): 2020-01-08, 2024-01, 2024-01-2X, 2026-03-12~, 2003/2011.' });

const day = z.iso.date().meta({ description: 'A day, YYYY-MM-DD.' });

const timeZone = z
  .string()
  .refine((zone) => isTimeZone(zone), 'is not an IANA time zone')
  .meta({ description: 'IANA time zone of the place, e.g. Asia/Baghdad.' });

/** Zones found to be one: asking the platform is slow, and a record names few. */
const zones = new Set<string>();

function isTimeZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    const known = zone.includes('/') || zone === 'UTC';
    if (known) zones.add(zone);
    return known;
  } catch {
    return false;
  }
}

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

export const sourceSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z]{1,2}$/, 'is not one or two small letters'),
    title: text.optional().meta({ description: 'The headline, as it was seen on the page.' }),
    description: text
      .optional()
      .meta({ description: 'What the page is, in our words, where its headline was not seen.' }),
    publisher: text,
    date: edtf.optional().meta({ description: 'When the page was published.' }),
    url: z.url({ protocol: /^https?$/, message: 'is not an http(s) address' }),
    supports: z.array(z.enum(SUPPORTS)).min(1, 'names no statement'),
  })
  .refine((source) => (source.title === undefined) !== (source.description === undefined), {
    message: 'needs either a title (the headline seen) or a description (ours), not both',
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
  caveat: text.optional().meta({ description: 'What a reader must be told with every answer from this event.' }),
  sources: z.array(sourceSchema).min(1, 'has no source'),
  verified: z.strictObject({ on: day, by: z.enum(['second-reading']) }).optional(),
});

const coordinates = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]);
const idOrIds = z
  .union([identifier, z.array(identifier)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

export const placeSchema = z.strictObject({
  id: identifier,
  name: text,
  short: text.optional(),
  kind: identifier,
  within: idOrIds.optional(),
  coordinates: coordinates.optional(),
  aliases: z.array(text).default([]),
});

export const actorSchema = z.strictObject({
  id: identifier,
  name: text,
  short: text.optional(),
  kind: identifier,
  within: idOrIds.optional(),
  country: identifier.optional(),
  aliases: z.array(text).default([]),
  adjectives: z.array(text).default([]),
});

export const personSchema = z.strictObject({
  id: identifier,
  name: text,
  aliases: z.array(text).default([]),
  sharedAliases: z
    .array(text)
    .optional()
    .meta({ description: 'Names that somebody else of the list bears too: both are meant.' }),
  role: text.optional(),
  of: identifier.optional(),
  offices: z
    .array(z.strictObject({ of: identifier, from: day, to: day.optional() }))
    .optional()
    .meta({ description: 'Terms in which the person stood for an actor: "Carter sent" means the United States did.' }),
});

export const kindSchema = z.strictObject({
  id: identifier,
  name: text,
  plural: text,
  group: identifier,
  weapons: z.array(identifier).default([]),
  nouns: z.array(text).default([]),
  verbs: z.array(text).default([]),
});

export const weaponSchema = z.strictObject({
  id: identifier,
  name: text,
  within: identifier.optional(),
  platform: z
    .boolean()
    .optional()
    .meta({ description: 'Carries weapons (a jet, a ship) and may as well be what was hit.' }),
  words: z.array(text).default([]),
});

export const measureSchema = z.strictObject({
  id: identifier,
  name: text,
  words: z.array(text).default([]),
  covers: z.array(identifier).optional(),
  within: identifier.optional(),
  tally: z.boolean().optional().meta({ description: 'A running count that an authority gave.' }),
  toll: z.boolean().optional().meta({ description: 'Counts people killed or hurt: told with every date answer.' }),
  fate: z.boolean().optional().meta({
    description: 'Counts people to whom something was done (captured, freed): who is named must be among them.',
  }),
});

export const timelineSchema = z.strictObject({
  name: identifier,
  title: text,
  subject: text.meta({ description: 'What the timeline covers, as the end of "That is outside what I hold: …".' }),
  coverage: z.strictObject({ from: day, to: day, note: text.optional() }),
  home: z
    .strictObject({ name: text, timeZone })
    .optional()
    .meta({ description: 'The second clock, whose date is told where it differs from the local one.' }),
  maintainer: text,
  licence: text,
  examples: z.array(text).min(1),
});

export const placesFile = z.strictObject({ places: z.array(placeSchema) });
export const actorsFile = z.strictObject({ actors: z.array(actorSchema) });
export const peopleFile = z.strictObject({ people: z.array(personSchema) });
export const kindsFile = z.strictObject({
  kinds: z.array(kindSchema),
  generic: z.array(z.strictObject({ words: z.array(text), kinds: z.array(identifier) })).default([]),
});
export const weaponsFile = z.strictObject({ weapons: z.array(weaponSchema) });
export const measuresFile = z.strictObject({ measures: z.array(measureSchema) });
export const wordsFile = z.strictObject({ synonyms: z.array(z.array(text).min(1)) });

export type EventRecord = z.infer<typeof eventSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type LinkType = (typeof LINK_TYPES)[number];
export type Attribution = z.infer<typeof attributionSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type Person = z.infer<typeof personSchema>;
export type Kind = z.infer<typeof kindSchema>;
export type Weapon = z.infer<typeof weaponSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type TimelineCard = z.infer<typeof timelineSchema>;
