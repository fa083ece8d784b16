import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import { type EventRecord, eventSchema } from './event-schema.ts';
import { Gazetteer } from './gazetteer.ts';
import { lintTimeline } from './lint/index.ts';
import { repeatedNames } from './lint/timelines.ts';
import { type Problem, RecordError } from './problem.ts';
import { assembleTimeline, type Timeline } from './timeline.ts';
import {
  actorsFile,
  kindsFile,
  measuresFile,
  peopleFile,
  placesFile,
  timelineSchema,
  weaponsFile,
  wordsFile,
} from './vocabulary-schema.ts';
import { readYamlFile, validate, type YamlFile } from './yaml-file.ts';

/** One event file: its typed value where it is valid, and the lines of its fields. */
export interface EventFile {
  file: YamlFile;
  record: EventRecord;
}

/** What reading one timeline's folder gave: everything valid, and everything wrong. */
export interface TimelineReading {
  folder: string;
  timeline?: Timeline;
  eventFiles: EventFile[];
  candidates: EventFile[];
  /** The gazetteer and vocabulary files by their base name, for the lines of their entries. */
  files: Map<string, YamlFile>;
  problems: Problem[];
}

/**
 * Reads every timeline under a data folder and checks all of it.
 * @throws RecordError when a folder or a file is missing or wrong; warnings do not throw.
 */
export function loadTimelines(dataFolder: string): Timeline[] {
  const readings = readTimelines(dataFolder);
  const errors = readings.flatMap((reading) => reading.problems).filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new RecordError(errors);
  return readings.flatMap((reading) => (reading.timeline ? [reading.timeline] : []));
}

/**
 * Reads every timeline under a data folder with its problems, errors and warnings.
 * @throws RecordError when the folder itself is missing or holds no timeline.
 */
export function readTimelines(dataFolder: string): TimelineReading[] {
  const folders = timelineFolders(dataFolder);
  if (folders.length === 0) {
    throw new RecordError([
      {
        severity: 'error',
        rule: 'no-timeline',
        file: dataFolder,
        field: '',
        message: isFolder(dataFolder) ? 'The folder holds no timeline.' : 'There is no such folder.',
        remedy: 'Name a folder that holds a timeline: one with a file timeline.yaml, or with folders that have one.',
      },
    ]);
  }
  const readings = folders.map((folder) => readTimeline(folder, dataFolder));
  for (const { reading, problem } of repeatedNames(readings)) reading.problems.push(problem);
  return readings;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function timelineFolders(dataFolder: string): string[] {
  if (!isFolder(dataFolder)) return [];
  if (existsSync(join(dataFolder, 'timeline.yaml'))) return [dataFolder];
  return readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dataFolder, entry.name, 'timeline.yaml')))
    .map((entry) => join(dataFolder, entry.name))
    .sort();
}

function readTimeline(folder: string, dataFolder: string): TimelineReading {
  const shown = (path: string) => join(basename(dataFolder), relative(dataFolder, path));
  const files = new Map<string, YamlFile>();
  const problems: Problem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const path = join(folder, name);
    const file = readYamlFile(path, shown(path));
    files.set(name, file);
    const result = validate(file, schema);
    problems.push(...result.problems);
    return result.value;
  };
  const card = read('timeline.yaml', timelineSchema);
  const places = read('places.yaml', placesFile);
  const actors = read('actors.yaml', actorsFile);
  const people = read('people.yaml', peopleFile);
  const kinds = read('kinds.yaml', kindsFile);
  const weapons = read('weapons.yaml', weaponsFile);
  const measures = read('measures.yaml', measuresFile);
  const words = read('words.yaml', wordsFile);
  const eventFiles = readEvents(join(folder, 'events'), shown, problems);
  const candidates = readEvents(join(folder, 'candidates'), shown, problems);
  const reading: TimelineReading = { folder, eventFiles, candidates, files, problems };
  if (!card || !places || !actors || !people || !kinds || !weapons || !measures || !words) return reading;
  reading.timeline = assembleTimeline({
    card,
    events: eventFiles.map((event) => event.record),
    gazetteer: new Gazetteer(places.places, actors.actors, people.people),
    kinds: kinds.kinds,
    generic: kinds.generic,
    weapons: weapons.weapons,
    measures: measures.measures,
    synonyms: words.synonyms,
  });
  problems.push(...lintTimeline(reading, reading.timeline));
  return reading;
}

function readEvents(folder: string, shown: (path: string) => string, problems: Problem[]): EventFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      const file = readYamlFile(join(folder, name), shown(join(folder, name)));
      const result = validate(file, eventSchema);
      problems.push(...result.problems);
      return result.value ? [{ file, record: result.value }] : [];
    });
}
