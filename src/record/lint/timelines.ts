import type { TimelineReading } from '../load.ts';
import type { Problem } from '../problem.ts';
import { atFile } from './report.ts';

/** Timelines of one data folder that bear one name: whoever asks for a timeline by its name means one of them. */
export function repeatedNames(readings: readonly TimelineReading[]): { reading: TimelineReading; problem: Problem }[] {
  const first = new Map<string, string>();
  return readings.flatMap((reading) => {
    const file = reading.files.get('timeline.yaml')!;
    const name = reading.timeline?.card.name;
    if (name === undefined) return [];
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, file.file);
      return [];
    }
    const message = `The name ${name} is already that of ${earlier}.`;
    return [
      { reading, problem: atFile(file, ['name'], 'repeated-timeline', message, 'Give one of the two another name.') },
    ];
  });
}
