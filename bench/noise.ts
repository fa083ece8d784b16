// Asks the questions of a file under ten random edits each, and prints how many keep their verdict and how many turn
// wrong, by kind of edit. Usage: node bench/noise.ts FILE.jsonl [seed] [--show]; --show prints each that changed.
import { renderPlainText } from '../src/render/plain-text.ts';
import { desk, record } from '../tests/support/desk.ts';
import { Names } from '../tests/support/noise/names.ts';
import { NOISE_KINDS } from '../tests/support/noise.ts';
import { measureNoise, sharesOf, turnedWrong } from '../tests/support/noise-report.ts';
import { readCases } from '../tests/support/read-cases.ts';
import { endWithUsage, plainArguments } from './usage.ts';

const [file = endWithUsage('node bench/noise.ts FILE.jsonl [seed] [--show]'), seed = '1'] = plainArguments();
const results = measureNoise(desk(), readCases(file), new Names(record()[0]!.gazetteer), seed);

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
