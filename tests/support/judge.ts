import type { JsonAnswer } from '../../src/render/json.ts';

/** A question as a newsroom types it, and what a right answer must show. */
export interface QuestionCase {
  id: string;
  type: string;
  question: string;
  now?: string;
  thread?: string[];
  expect: {
    status: string | string[];
    first?: string[];
    all?: string[];
    not?: string[];
    date?: string | string[];
    value?: string | string[];
    actor?: string | string[];
    place?: string | string[];
    nearest?: string[];
  };
}

/**
 * `right`: the expected status, event and value, with a citation; `found`: what was expected is shown, but not as the
 * answer; `missed`: declined though the record holds it; `wrong`: something else stated as the answer.
 */
export type Verdict = 'right' | 'found' | 'missed' | 'wrong';

/** Judges an answer. A newsroom forgives a miss; it does not forgive a wrong. */
export function judge({ type, expect }: QuestionCase, answer: JsonAnswer): Verdict {
  const wanted = list(expect.status);
  const ids = answer.events.map(({ id }) => id);
  if (answer.status === 'declined' || (type !== 'meta' && answer.kind === 'meta' && ids.length === 0)) {
    return wanted.includes('declined') ? 'right' : 'missed';
  }
  if (wanted.every((status) => status === 'declined')) return 'wrong';
  if (type !== 'meta' && answer.citations.length === 0) return 'wrong';
  const asksBack = answer.status === 'several' && !wanted.includes('several');
  if (!asksBack && list(expect.not).includes(ids[0] ?? '')) return 'wrong';
  const lists = answer.status === 'several' || (answer.kind === 'list' && ids.length > 1);
  if (wanted.includes('several') && expect.all?.length && lists)
    return judgeList(expect.all, expect.first ?? [], ids) ?? values(type, expect, answer);
  const first = expect.first ?? expect.all ?? [];
  const byValueAlone = ids.length === 0 && ['count', 'interval'].includes(type);
  if (first.length > 0 && !first.includes(ids[0] ?? '') && !byValueAlone) {
    return answer.status === 'several' && ids.slice(0, 10).some((id) => first.includes(id)) ? 'found' : 'wrong';
  }
  if (asksBack || (answer.status === 'answered' && !wanted.includes('answered'))) return 'found';
  return values(type, expect, answer);
}

/** Most of what was wanted, and not more than as much again beside it. */
function judgeList(all: string[], first: string[], ids: string[]): Verdict | undefined {
  const hits = all.filter((id) => ids.includes(id)).length;
  const precise = ids.filter((id) => all.includes(id) || first.includes(id)).length / Math.max(1, ids.length);
  if (hits / all.length >= 0.9 && precise >= 0.5) return undefined;
  return hits > 0 ? 'found' : 'wrong';
}

function values(type: string, expect: QuestionCase['expect'], answer: JsonAnswer): Verdict {
  if (expect.date !== undefined) {
    const value = answer.value && 'date' in answer.value ? answer.value : undefined;
    const date = type === 'washington-date' ? (value?.washington ?? value?.date) : value?.date;
    const dates = date === undefined ? answer.events.map((event) => event.date) : [date];
    if (!dates.some((stated) => list(expect.date).includes(stated))) return 'wrong';
  }
  if (expect.value !== undefined) {
    const verdict = judgeValue(list(expect.value), answer);
    if (verdict !== 'right') return verdict;
  }
  for (const wanted of [expect.actor, expect.place]) {
    if (wanted !== undefined && !list(wanted).some((name) => fold(answer.text).includes(fold(name)))) return 'wrong';
  }
  return 'right';
}

function judgeValue(wanted: string[], { value, text, events }: JsonAnswer): Verdict {
  const meets = (stated: readonly (string | number)[]) =>
    wanted.some((want) => stated.some((said) => sameValue(want, said)));
  if (value === null || 'date' in value) {
    const line = (text.split('\n')[0] ?? '').replace(/\[\d+\]|\b\d{1,2} [A-Z][a-z]+ \d{4}/g, ' ');
    const numbers = [...line.matchAll(/\d[\d,.]*/g)].map(([number]) => number);
    return meets([...numbers, ...(/\b(no|none|nobody|zero)\b/i.test(line) ? [0] : []), events.length])
      ? 'right'
      : 'wrong';
  }
  if ('count' in value) return meets([value.count]) ? 'right' : 'wrong';
  if ('days' in value) return meets([value.days, value.iso]) ? 'right' : 'wrong';
  const [lead] = value.figures;
  const beside = value.figures.filter((figure) => figure === lead || figure.asOf === lead?.asOf);
  if (meets(beside.map((figure) => figure.value))) return 'right';
  return meets(value.figures.map((figure) => figure.value)) ? 'found' : 'wrong';
}

function sameValue(wanted: string, said: string | number): boolean {
  const days = /^P(\d+)D$/.exec(wanted)?.[1];
  const numbers = [...String(said).matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );
  return String(said) === wanted || numbers.includes(Number(days ?? wanted.replaceAll(',', '')));
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʿʾ`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
}
