import { atFile } from '../../record/lint/report.ts';
import type { Problem } from '../../record/problem.ts';
import { type CompiledPhrasing, type Intent, scoreOf } from '../intent.ts';
import type { IntentSource } from '../load-language.ts';
import { shortened } from '../phrasing.ts';
import { sizeOf, type Variant, variantsOf } from './variants.ts';

/** One phrasing with where it stands and all the ways in which it can be said. */
export interface Entry extends CompiledPhrasing {
  intent: Intent;
  source: IntentSource;
  /** Its place in the list of its file. */
  index: number;
  variants: readonly Variant[];
}

/** The phrasings of all files, in the order in which they are tried. */
export function entriesOf(sources: readonly IntentSource[]): Entry[] {
  return sources.flatMap((source) =>
    source.intent.phrasings.map((compiled, index) => ({
      ...compiled,
      intent: source.intent,
      source,
      index,
      variants: variantsOf(compiled.phrasing),
    })),
  );
}

/** What a phrasing scores where it is said in one of its ways. */
export function scoreAs(entry: Entry, variant: Variant): number {
  const { literals, slots } = sizeOf(variant);
  return scoreOf(entry, entry.intent, literals, slots);
}

/** Whether two scores are one, but for the rounding of hundredths. */
export function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** A warning at a phrasing: nothing here keeps the intents from loading. */
export function warnAt(
  { source: { file }, index }: { source: IntentSource; index: number },
  list: 'phrasings' | 'examples',
  rule: string,
  message: string,
  remedy: string,
): Problem {
  return atFile(file, [list, index], rule, message, remedy, 'warning');
}

/** Where another phrasing stands, for a message: `cause.yml:12`. */
export function placeOf({ source: { file }, index }: Entry): string {
  const line = file.lineOf(['phrasings', index]);
  return line === undefined ? file.file : `${file.file}:${line}`;
}

/** A phrasing as messages quote it. */
export function quoted(source: string): string {
  return `"${shortened(source)}"`;
}
