/** One value of a metric as a scrape reads it. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** A metric with all that a scrape reads of it. */
export interface Family {
  help: string;
  type: string;
  samples: Sample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const HELP = new RegExp(`^# HELP (${NAME}) (\\S.*)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (\\S+)$`);
const NUMBER = /^(?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/i;

/**
 * Reads Prometheus' text format, stricter than Prometheus does: each metric has its help and type once, before its samples,
 * all of which stand together; no series is told twice; a histogram is cumulative and ends in +Inf.
 * @throws Error with the line that is wrong
 */
export function readPrometheusText(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The text does not end in a line break.');
  const families = new Map<string, Family>();
  const series = new Set<string>();
  let name = '';
  let help = '';
  for (const line of text.slice(0, -1).split('\n')) {
    if (line === '') continue;
    const [, helped, words = ''] = HELP.exec(line) ?? [];
    const [, typed, type = ''] = TYPE.exec(line) ?? [];
    if (helped !== undefined) {
      if (families.has(helped)) throw new Error(`Told twice: ${line}`);
      [name, help] = [helped, words];
    } else if (typed !== undefined) {
      if (typed !== name || families.has(name)) throw new Error(`Without its help: ${line}`);
      families.set(name, { help, type, samples: [] });
    } else {
      const family = families.get(name);
      const sample = readSample(line);
      if (!family || !namesOf(name, family.type).includes(sample.name)) throw new Error(`Out of place: ${line}`);
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
      if (series.has(key)) throw new Error(`Told twice: ${line}`);
      series.add(key);
      family.samples.push(sample);
    }
  }
  for (const [each, family] of families) if (family.type === 'histogram') checkHistogram(each, family);
  return families;
}

/** The value of a series; undefined where it is absent. */
export function seriesValue(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number | undefined {
  const wanted = JSON.stringify(Object.entries(labels).sort());
  const samples = [...families.values()].flatMap((family) => family.samples);
  return samples.find(
    (sample) => sample.name === name && JSON.stringify(Object.entries(sample.labels).sort()) === wanted,
  )?.value;
}

function readSample(line: string): Sample {
  const [, name, labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === undefined || !NUMBER.test(value)) throw new Error(`No sample: ${line}`);
  const pairs = [...labels.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g)];
  const names = pairs.map(([, label]) => label);
  if (new Set(names).size < names.length) throw new Error(`A label twice: ${line}`);
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, label, content]) => [label!, content!])),
    value: /Inf/i.test(value) ? Number(value.replace(/inf/i, 'Infinity')) : Number(value),
  };
}

function namesOf(name: string, type: string): string[] {
  return type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => `${name}${suffix}`) : [name];
}

function checkHistogram(name: string, { samples }: Family): void {
  const buckets = Map.groupBy(
    samples.filter((sample) => sample.name === `${name}_bucket`),
    ({ labels: { le: _le, ...others } }) => JSON.stringify(others),
  );
  for (const [labels, cumulative] of buckets) {
    const count = seriesValue(new Map([[name, { help: '', type: '', samples }]]), `${name}_count`, JSON.parse(labels));
    const rises = cumulative.every(({ value }, index) => index === 0 || value >= cumulative[index - 1]!.value);
    const last = cumulative.at(-1)!;
    if (!rises || last.labels.le !== '+Inf' || last.value !== count) throw new Error(`No histogram: ${name}${labels}`);
  }
}
