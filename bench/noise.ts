// Asks the questions of a file under ten random edits each, and prints how many keep their verdict and how many turn
// wrong, by kind of edit. Usage: node bench/noise.ts FILE.jsonl [seed] [--show]; --show prints each that changed.
import { join } from 'node:path';
import { createDateline } from '../src/dateline.ts';
import { prepare } from '../src/prepare.ts';
import { HOME } from '../src/prepared/home.ts';
import { loadIntents } from '../src/question/load-language.ts';
import { loadTimelines } from '../src/record/load.ts';
import { renderPlainText } from '../src/render/plain-text.ts';
import { Names } from '../tests/support/noise/names.ts';
import { NOISE_KINDS } from '../tests/support/noise.ts';
import { measureNoise, sharesOf, turnedWrong } from '../tests/support/noise-report.ts';
import { readCases } from '../tests/support/read-cases.ts';

const [file, seed = '1'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (file === undefined) {
  console.error('usage: node bench/noise.ts FILE.jsonl [seed] [--show]');
  process.exit(2);
}
const timelines = loadTimelines(join(HOME, 'data'));
const dateline = createDateline(prepare(timelines, loadIntents(join(HOME, 'intents'))));
const results = measureNoise(dateline, readCases(file), new Names(timelines[0]!.gazetteer), seed);

if (process.argv.includes('--show')) {
  for (const result of results.filter(({ before, after }) => before !== after)) {
    const { one, noise, before, after, answer } = result;
    console.log(
      `${turnedWrong(result) ? '!! ' : ''}${before} -> ${after} ${one.id} [${one.type}] ${noise.kind}: ${noise.edit}`,
    );
    console.log(`     ${noise.question}`);
    console.log(`     ${renderPlainText(answer).split('\n')[0]}`);
  }
}
const row = (kind: string, of: typeof results) => {
  const { kept, turnedWrong: wrong } = sharesOf(of);
  return { edit: kind, n: of.length, 'kept %': kept.toFixed(1), 'turned wrong %': wrong.toFixed(1) };
};
console.table([
  ...NOISE_KINDS.map((kind) =>
    row(
      kind,
      results.filter(({ noise }) => noise.kind === kind),
    ),
  ),
  row('all', results),
]);
