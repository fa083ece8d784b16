import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import { type EventRecord, eventSchema } from './event-schema.ts';
import { Gazetteer } from './gazetteer.ts';
import { lintTimeline } from './lint/index.ts';
import { repeatedNames } from './lint/timelines.ts';
import { type Problem, RecordError } from './problem.ts';
import { assembleTimeline, type Timeline } from './timeline.ts';
import { timelineFolders } from './timeline-folders.ts';
import {
  actorsFile,
  kindsFile,
  measuresFile,
  type Publisher,
  peopleFile,
  placesFile,
  publishersFile,
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
  publishers: readonly Publisher[];
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
 * @throws RecordError when the folder itself is missing, cannot be read or holds no timeline
 */
export function readTimelines(dataFolder: string): TimelineReading[] {
  const readings = timelineFolders(dataFolder).map((folder) => readTimeline(folder, dataFolder));
  for (const { reading, problem } of repeatedNames(readings)) reading.problems.push(problem);
  return readings;
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
  // Without it every source counts as the weakest: a timeline that is small may leave it out.
  const publishersIn = existsSync(join(folder, 'publishers.yaml'))
    ? read('publishers.yaml', publishersFile)
    : undefined;
  const eventFiles = readEvents(join(folder, 'events'), shown, problems);
  const candidates = readEvents(join(folder, 'candidates'), shown, problems);
  const publishers = publishersIn?.publishers ?? [];
  const reading: TimelineReading = { folder, eventFiles, candidates, publishers, files, problems };
  if (!card || !places || !actors || !people || !kinds || !weapons || !measures || !words) return reading;
  reading.timeline = assembleTimeline({
    card,
    events: eventFiles.map((event) => event.record),
    gazetteer: new Gazetteer(places.places, actors.actors, people.people),
    kinds: kinds.kinds,
    generic: kinds.generic,
    weapons: weapons.weapons,
    measures: measures.measures,
    publishers,
    synonyms: words.synonyms,
  });
  problems.push(...lintTimeline(reading, reading.timeline));
  return reading;
}

function readEvents(folder: string, shown: (path: string) => string, problems: Problem[]): EventFile[] {
  if (!existsSync(folder)) return [];
  return yamlFiles(folder)
    .sort()
    .flatMap((path) => {
      const file = readYamlFile(path, shown(path));
      const result = validate(file, eventSchema);
      problems.push(...result.problems);
      return result.value ? [{ file, record: result.value }] : [];
    });
}

/**
 * The YAML files below a folder. A link to a folder in which it stands is not followed: that would have no end.
 * @param above the true paths of the folders in which this one stands
 */
function yamlFiles(folder: string, above: readonly string[] = []): string[] {
  const here = realpathSync(folder);
  if (above.includes(here)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const inside = isFolder(path) ? yamlFiles(path, [...above, here]) : [];
    return /\.ya?ml$/.test(name) ? [path, ...inside] : inside;
  });
}

/** Whether a path leads to a folder; a link that leads nowhere does not. */
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
