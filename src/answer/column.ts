/** How far each event of a timeline meets something, in the order of its events: 0 not at all, 1 fully. */
export type Column = Float64Array;

/*
 * Columns are combined in loops of their own: what does nothing but count is compiled to machine code, which keeps its numbers
 * in registers and makes no garbage of them.
 */

/** Share of a met kind that is left to its own words' standing in the event's text: "veto" says more than "vote". */
const OWN_WORDS = 0.1;
/** From this degree on a word is met by a title. */
const TITLE_WORD = 0.9;
/** How far a kind or weapon is met whose words stand in a title, though the event's fields do not say so; and elsewhere. */
const IN_TITLE = 0.75;
const IN_TEXT = 0.35;

/** How far words that all stand in an event's text speak for what they name; the least of them decides. */
export function inText(worded: readonly Column[]): Column {
  const least = new Float64Array(worded[0]!.length).fill(1);
  for (const column of worded)
    for (let row = 0; row < least.length; row++) if (column[row]! < least[row]!) least[row] = column[row]!;
  for (let row = 0; row < least.length; row++)
    least[row] = least[row]! >= TITLE_WORD ? IN_TITLE : least[row]! * IN_TEXT;
  return least;
}

/** How far a name is met whose own words count too: an event that meets it by its fields less where they are not in its text. */
export function withOwnWords(met: Column, worded: readonly Column[]): Column {
  const best = inText(worded);
  const share = new Float64Array(met.length);
  for (const column of worded) for (let row = 0; row < share.length; row++) share[row]! += column[row]!;
  for (let row = 0; row < best.length; row++) {
    const degree = met[row]! * (1 - OWN_WORDS + (OWN_WORDS * share[row]!) / worded.length);
    if (degree > best[row]!) best[row] = degree;
  }
  return best;
}

/** A column of which each degree counts for a share. */
export function times(column: Column, factor: number): Column {
  const product = new Float64Array(column.length);
  for (let row = 0; row < product.length; row++) product[row] = column[row]! * factor;
  return product;
}

/** The highest degree of each row among columns. */
export function highest(columns: readonly Column[]): Column {
  if (columns.length === 1) return columns[0]!;
  const best = columns[0]!.slice();
  for (const column of columns.slice(1))
    for (let row = 0; row < best.length; row++) if (column[row]! > best[row]!) best[row] = column[row]!;
  return best;
}
