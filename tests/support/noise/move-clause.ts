/** How a question begins that still reads well when a clause is put before it or taken from before it. */
const ASKS =
  /^(?:what|when|where|who|whom|whose|which|how|did|does|do|was|were|is|are|has|have|had|list|show|give|name)\b/i;

/** What ties a clause to one part of a question, so that it cannot be moved without asking something else. */
const TIES =
  /[,;:.!?()–—]|\s-\s|\b(?:and|or|nor|between|vs|versus|v|than|not|but|after|before|since|until|while|as|because|that|whose|who|which|when|where|from)\b/i;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:${DAY} (?:of )?${MONTH},? \\d{4}|${MONTH} ${DAY},? \\d{4}|(?:early |late |mid-)?${MONTH},? \\d{4}|\\d{4}-\\d\\d-\\d\\d|(?:early |late )?\\d{4})`;

const LEADING = /^((?:in|on|during|at|near|around|outside|over) [^,?.!;:]{2,50}), (.+?)(\??)$/i;
const TRAILING_DATE = new RegExp(`^(.+?)(?:,? (in|on|during)|,) (${DATE})(\\??)$`, 'i');
const TRAILING_PLACE = /^(.+?) ((?:in|near|outside) (?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*){0,2})(\??)$/u;

/**
 * A question with its first or last clause of time or place at the other end ("in March 2020, who …" is "who … in March
 * 2020"); nothing where there is no such clause, or where moving it could ask something else.
 */
export function moveClause(question: string): { question: string; edit: string } | undefined {
  const text = question.trim();
  const leading = LEADING.exec(text);
  if (leading) {
    const [, clause = '', main = '', mark = ''] = leading;
    if (!standsAlone(main)) return undefined;
    return { question: `${sameStart(text, main)} ${small(clause)}${mark}`, edit: `to the end: ${clause}` };
  }
  const dated = TRAILING_DATE.exec(text);
  const [, main = '', preposition, date = '', mark = ''] = dated ?? [];
  if (dated) {
    const clause = `${preposition ?? (/\d (?:of )?\p{L}|\p{L}+\.? \d{1,2}(?!\d)|-\d/u.test(date) ? 'on' : 'in')} ${date}`;
    return toFront(text, main, clause, mark);
  }
  const placed = TRAILING_PLACE.exec(text);
  return placed ? toFront(text, placed[1]!, placed[2]!, placed[3]!) : undefined;
}

function toFront(text: string, main: string, clause: string, mark: string) {
  // "Who was in Karbala" leaves nothing that could stand alone.
  if (!standsAlone(main) || /\b(?:is|are|was|were|be|been|based|land|landed)$/i.test(main)) return undefined;
  const start = /^\p{Lu}/u.test(text) && !/^\p{Lu}{2}/u.test(text) ? small(main) : main;
  return { question: `${sameStart(text, clause)}, ${start}${mark}`, edit: `to the front: ${clause}` };
}

/** A question of one clause, whose first word asks. */
function standsAlone(text: string): boolean {
  return ASKS.test(text) && / \S+ /.test(text) && !TIES.test(text.replace(/^\S+/, ''));
}

/** Written with a capital where the question was. */
function sameStart(question: string, text: string): string {
  return /^\p{Lu}/u.test(question) ? text[0]!.toUpperCase() + text.slice(1) : small(text);
}

function small(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
