/**
 * Edits that turn one word into another: insertions, deletions, substitutions and transpositions of neighbours, each
 * counting one (optimal string alignment). Stops at `limit`: a larger distance comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast = new Uint16Array(b.length + 1);
  let last = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    current[0] = row;
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = last[column - 1]! + (letter === other ? 0 : 1);
      if (last[column]! < cost) cost = last[column]! + 1;
      if (current[column - 1]! < cost) cost = current[column - 1]! + 1;
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other)
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current[column] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** The letters of a folded word as bits, by which most words are told to be far apart without comparing them. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

/** The fewest edits that can lie between words of these letters: each edit adds one letter and takes one away at most. */
export function leastEdits(a: number, b: number): number {
  return Math.max(countBits(a & ~b), countBits(b & ~a));
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
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
