/**
 * Edits that turn one word into another: insertions, deletions, substitutions and transpositions of neighbours, each
 * counting one (optimal string alignment). Stops at `limit`: a larger distance comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Edits allowed in a word of this length: none up to four letters, one up to seven, then two. */
export function allowedEdits(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}

/** The consonants of a transliterated name by their family, by which spellings of one name agree: Hizbollah, Hezballah. */
export function consonantSkeleton(folded: string): string {
  return folded
    .replace(/kh|gh|q/g, 'k')
    .replace(/dh|th|z/g, 'd')
    .replace(/sh|ch/g, 's')
    .replace(/ph/g, 'f')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');
}
