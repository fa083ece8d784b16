import { z } from 'zod';
import { day, identifier, text, timeZone } from './schema-fields.ts';
import { STRENGTHS } from './strength.ts';

/** What the other YAML files of a timeline hold: its card, its gazetteer and its words. JSON Schemas are generated from these too. */

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
  loose: z.boolean().optional().meta({
    description: 'Said of other weapons too ("bomb"): an event that a question names it for need not have it.',
  }),
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
  deaths: z
    .boolean()
    .optional()
    .meta({ description: 'Counts people who lost their lives: by it an event weighs more in the order of occasions.' }),
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

export const publisherSchema = z.strictObject({
  name: text.meta({ description: 'As sources give it in publisher, carries or cites.' }),
  strength: z.enum(STRENGTHS).meta({
    description: 'primary: who acted or decided, on their own act; major: a wire or a major paper; other: any other.',
  }),
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
export const publishersFile = z.strictObject({ publishers: z.array(publisherSchema) });
export const wordsFile = z.strictObject({ synonyms: z.array(z.array(text).min(1)) });

export type Place = z.infer<typeof placeSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type Person = z.infer<typeof personSchema>;
export type Kind = z.infer<typeof kindSchema>;
export type Weapon = z.infer<typeof weaponSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Publisher = z.infer<typeof publisherSchema>;
export type TimelineCard = z.infer<typeof timelineSchema>;
