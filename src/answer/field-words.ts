/** What the fields of an event are to an editor; fields that no reader is shown are left out. */
const FIELDS: Record<string, string | undefined> = {
  title: 'title',
  names: 'names',
  date: 'date',
  time: 'time',
  timeZone: 'time zone',
  homeDate: 'date at the home clock',
  kind: 'kind',
  weapons: 'weapons',
  places: 'places',
  by: 'who did it',
  against: 'whom it was aimed at',
  attribution: 'who claimed it or is blamed',
  people: 'people',
  summary: 'summary',
  figures: 'figures',
  links: 'links to other events',
  caveat: 'caveat',
  sources: 'sources',
  status: 'standing',
  corrections: 'log of corrections',
};

/** Fields by which events are found, and that somebody read them again: no reader is told otherwise by them. */
const UNSEEN = new Set(['wordings', 'confusedWith', 'verified']);

/** The fields of a change in words; one that is not known here by its own name. */
export function fieldsInWords(fields: readonly string[]): string[] {
  const told = fields.filter((field) => !UNSEEN.has(field));
  const order = Object.keys(FIELDS);
  return told.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((field) => FIELDS[field] ?? field);
}
