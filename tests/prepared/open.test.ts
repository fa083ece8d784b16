import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dateline } from '../../src/dateline.ts';
import { INTENTS } from '../../src/prepared/home.ts';
import { openDateline } from '../../src/prepared/open.ts';
import { RecordError } from '../../src/record/problem.ts';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { TimelineCopy } from '../support/broken-timeline.ts';
import { NOW, openFolder } from '../support/desk.ts';

const AGROUND = 'events/2009/2009-08-21-marigold-ii-runs-aground.yaml';
const QUESTIONS = [
  'When did the Marigold sink?',
  'How many were aboard the Marigold when it sank?',
  'Which ferries collided in Kestrel Sound?',
  'How long after the strike was the pay settled?',
  'When did the Marigld sikn?',
];

let copy: TimelineCopy;
let base: string;
let folders: { intents: string; store: string };

beforeEach(() => {
  copy = new TimelineCopy();
  base = mkdtempSync(join(tmpdir(), 'dateline-'));
  folders = { intents: join(base, 'intents'), store: join(base, 'store') };
  cpSync(INTENTS, folders.intents, { recursive: true });
});
afterEach(() => {
  copy.remove();
  rmSync(base, { recursive: true, force: true });
});

const open = () => openDateline(copy.folder, folders);
const answers = (dateline: Dateline) =>
  QUESTIONS.map((question) => renderPlainText(dateline.ask(question, { now: NOW })));
const stored = () => join(folders.store, readdirSync(folders.store)[0]!);

/** Writes another ship's name into what is stored: an answer that tells it comes from there. */
function mark(): void {
  const [card, value] = readFileSync(stored(), 'utf8').split('\n');
  const marked = renamed(value!);
  writeFileSync(stored(), `${JSON.stringify({ ...JSON.parse(card!), sum: crc32(marked) })}\n${marked}`);
}
const renamed = (text: string) => text.replaceAll('Marigold II runs', 'Buttercup runs');
const isMarked = (dateline: Dateline) => dateline.events().some((event) => event.title.includes('Buttercup'));

test('a start from what is stored answers as a start from the YAML files does', async () => {
  const first = answers(await open());
  mark();
  const second = await open();
  expect(isMarked(second)).toBe(true);
  expect(answers(second)).toEqual(first);
  expect(first).toEqual(answers(openFolder(copy.folder)));
});

test.each([
  ['an event is edited', () => copy.replace(AGROUND, 'title: Marigold II', 'title: The Marigold II')],
  ['an event is added', () => copy.write(AGROUND.replace('2009-08-21', '2009-08-22'), other())],
  ['an event is removed', () => rmSync(copy.path('events/2021'), { recursive: true })],
  ['a name is added', () => copy.replace('places.yaml', 'places:', 'places:\n  - {id: x, name: X, kind: quay}')],
  ['an intent is edited', () => writeFileSync(join(folders.intents, 'date.yml'), editedIntent())],
])('where %s, nothing is answered from what is stored', async (_, change) => {
  await open();
  mark();
  change();
  expect(isMarked(await open())).toBe(false);
  expect(answers(await open())).toEqual(answers(openFolder(copy.folder)));
});

function other(): string {
  return copy
    .text(AGROUND)
    .replaceAll('2009-08-21', '2009-08-22')
    .replace(/confusedWith: .*\n/, '');
}

function editedIntent(): string {
  return readFileSync(join(folders.intents, 'date.yml'), 'utf8').replace(
    'phrasings:',
    'phrasings:\n  - at what hour\n',
  );
}

test('files that are only touched are still those that were stored', async () => {
  await open();
  mark();
  utimesSync(copy.path(AGROUND), new Date(0), new Date(0));
  expect(isMarked(await open())).toBe(true);
});

test.each([
  ['cut short', (text: string) => text.slice(0, text.length / 2)],
  ['garbage', () => '\u0000garbage'],
  ['changed by hand, and JSON as before', renamed],
  ['emptied by hand to another JSON', (text: string) => `${text.split('\n')[0]}\n{}`],
])('what is stored is made anew where it is %s', async (_, damage) => {
  const first = answers(await open());
  const whole = readFileSync(stored(), 'utf8');
  writeFileSync(stored(), damage(whole));
  expect(answers(await open())).toEqual(first);
  expect(readFileSync(stored(), 'utf8')).toBe(whole);
});

test('a store that cannot be written to is done without', async () => {
  writeFileSync(folders.store, 'a file stands where the folder would be');
  expect(answers(await open())).toEqual(answers(openFolder(copy.folder)));
});

test('a record with an error is stored by nobody, and told every time', async () => {
  copy.replace(AGROUND, 'kind: grounding', 'kind: sitting');
  await expect(open()).rejects.toThrow(RecordError);
  await expect(open()).rejects.toThrow(/There is no kind sitting/);
  expect(existsSync(folders.store)).toBe(false);
});

test('a record that was stored and is broken since is told to be, and answered from no more', async () => {
  await open();
  copy.replace(AGROUND, 'kind: grounding', 'kind: sitting');
  await expect(open()).rejects.toThrow(RecordError);
});

test('two records do not share what is stored', async () => {
  await open();
  const another = new TimelineCopy();
  another.replace(AGROUND, 'title: Marigold II', 'title: The Marigold II');
  expect(answers(await openDateline(another.folder, folders))).toEqual(answers(openFolder(another.folder)));
  expect(readdirSync(folders.store)).toHaveLength(2);
  another.remove();
});

test('what stands beside the timelines makes nothing stale, and a timeline that is added does', async () => {
  const record = join(base, 'record');
  cpSync(copy.folder, join(record, 'ferries'), { recursive: true });
  await openDateline(record, folders);
  mark();
  writeFileSync(join(record, 'notes.txt'), 'a note');
  mkdirSync(join(record, 'drafts'));
  expect(isMarked(await openDateline(record, folders))).toBe(true);
  const card = copy.text('timeline.yaml').replace(/^name: .*$/m, 'name: more-ferries');
  cpSync(copy.folder, join(record, 'drafts'), { recursive: true });
  writeFileSync(join(record, 'drafts', 'timeline.yaml'), card);
  const both = await openDateline(record, folders);
  expect(isMarked(both)).toBe(false);
  expect(both.timelines).toEqual(['more-ferries', 'lake-ferries']);
});

test('a folder without a timeline is refused, and nothing is stored for it', async () => {
  await expect(openDateline(base, folders)).rejects.toThrow(/The folder holds no timeline/);
  await expect(openDateline(join(base, 'nowhere'), folders)).rejects.toThrow(/There is no such folder/);
  expect(existsSync(folders.store)).toBe(false);
});
