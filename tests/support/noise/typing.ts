/** A question in small letters, or nothing where it is so already. */
export function smallLetters(question: string): { question: string; edit: string } | undefined {
  const small = question.toLowerCase();
  return small === question ? undefined : { question: small, edit: 'small letters' };
}

/** Punctuation that says nothing by itself; inside a number or a date it does, and "&" and "%" are words. */
const MARKS = /(?![&%])\p{P}/gu;

/**
 * A question without its punctuation, or nothing where it has none. An apostrophe or a full stop inside a word gives way
 * to nothing, a hyphen to a space.
 * @param closed whether a hyphen inside a word gives way to nothing too ("alAsad"); nothing comes back where there is none
 */
export function withoutPunctuation(question: string, closed: boolean): { question: string; edit: string } | undefined {
  let hyphens = 0;
  const bare = question.replace(MARKS, (mark, offset: number) => {
    const before = question[offset - 1] ?? ' ';
    const after = question[offset + 1] ?? ' ';
    if (/\d/.test(before) && /\d/.test(after)) return mark;
    if (/[’'‘.]/.test(mark)) return '';
    if (mark !== '-' || !/[\p{L}\p{N}]{2}/u.test(before + after)) return ' ';
    hyphens++;
    return closed ? '' : ' ';
  });
  const spaced = bare.replace(/\s+/g, ' ').trim();
  return spaced === question || (closed && hyphens === 0) ? undefined : { question: spaced, edit: spaced };
}
