/** One word of a text: as typed, folded for comparison, and where it stands. */
export interface Word {
  /** The characters as they stand in the text. */
  raw: string;
  /** Lower case, no accents, apostrophes or full stops: `Kata'ib` is `kataib`, `U.S.` is `us`. */
  folded: string;
  /** Offset of the first character, and of the one after the last, in UTF-16 units. */
  start: number;
  end: number;
  /** Written with a possessive ending (`Iran's`), which `folded` leaves out. */
  possessive: boolean;
  /** An Arabic article (`al-`, `ez-`): optional wherever names are compared. */
  article: boolean;
  /** Written with a capital or in capitals. */
  capital: boolean;
}

// A word: letters with apostrophes inside it, or digits with their points, grouping commas and ordinal endings
// ("Jan 3,2020" is three words). Letters and the digits after them are two words, so that K1, K-1 and Tower22 read as K-1 and
// Tower 22 do.
const WORD =
  /[\p{L}](?:[\p{L}\p{M}]|['’‘ʼʿʾ`´](?=\p{L}))*|\p{N}(?:\p{N}|\.(?=\p{N})|,(?=\p{N}{3}(?!\p{N}))|\p{L})*|%/gu;
const PLAIN = /^[A-Za-z0-9 -]*$/;
const DOTTED = /(?<!\p{L})(?:(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{M}]))/gu;
const APOSTROPHES = /['’‘ʼʿʾ`´]/gu;

/** What stands before the digits of a model's name in the plural: the 2s of "B-2s". */
const PLURAL_MODEL = /\p{L}-?$/u;

/** Articles that stand before a hyphen, and those that stand alone too, since no English word is spelled like them. */
const HYPHENATED_ARTICLES = new Set([
  'as',
  'ash',
  'at',
  'ad',
  'adh',
  'an',
  'ar',
  'az',
  'ez',
  'es',
  'et',
  'ul',
  'al',
  'el',
]);
const BARE_ARTICLES = new Set(['al', 'el', 'ez', 'es', 'ul', 'adh']);

/** Lower case without accents, apostrophes and the full stops of abbreviations. */
export function fold(text: string): string {
  // Nearly every word is plain ASCII, where nothing is to be decomposed.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(APOSTROPHES, '')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss');
}

/** Splits a text into words, folded; the same for the record and for a question. */
export function words(text: string): Word[] {
  // U.S. must stay one word: its points become a sign that the pattern keeps, of the same length.
  const source = text.replace(DOTTED, (match) =>
    match.replace(/\./g, (_, offset: number) => (offset === match.length - 1 ? ' ' : "'")),
  );
  const found: Word[] = [];
  for (const match of source.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const possessive = /['’]s$/i.test(raw) && raw.length > 2 && text.slice(start, end) === raw;
    const folded =
      raw === '%'
        ? 'percent'
        : fold(possessive ? raw.slice(0, -2) : raw)
            .replace(/(?<=\d),(?=\d{3})/g, '')
            .replace(/^(\d{1,2})s$/, (plural, digits: string) =>
              PLURAL_MODEL.test(text.slice(0, start)) ? digits : plural,
            );
    if (folded === '') continue;
    const article = BARE_ARTICLES.has(folded) || (text[end] === '-' && HYPHENATED_ARTICLES.has(folded));
    found.push({ raw: text.slice(start, end), folded, start, end, possessive, article, capital: /^\p{Lu}/u.test(raw) });
  }
  return found;
}

/** The folded words of a name without its articles, by which names are compared: `Ayn al-Asad` is `ayn asad`. */
export function nameKey(name: string): string {
  const all = words(name);
  const kept = all.filter((word) => !word.article);
  return (kept.length > 0 ? kept : all).map((word) => word.folded).join(' ');
}
