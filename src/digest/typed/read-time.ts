import type { FoundPart, ReadPart } from './part.ts';

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2})|h)(?:[:.](\d{2}))?(?:([ap])\.?m?)?$/;
const HOUR = /^(\d{1,2})([ap])\.?m$/;
const HALF_DAY = /^([ap])\.?m$/;
const NAMED: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 0 };

/** Reads a time of day: "08:30", "8.30am", "8 pm", "noon". */
export const readTime: ReadPart = (words, at) => {
  const { plain } = words[at]!;
  if (Object.hasOwn(NAMED, plain)) return { part: { sort: 'time', hour: NAMED[plain]!, minute: 0 }, end: at + 1 };
  const followed = HALF_DAY.exec(words[at + 1]?.plain ?? '')?.[1];
  const clock = CLOCK.exec(plain);
  const half = clock?.[4] ?? followed;
  if (clock)
    return timeOf(
      plain,
      clock[1]!,
      clock[2] ?? '00',
      half,
      at + (clock[4] === undefined && followed ? 2 : 1),
      clock[3],
    );
  const hour = HOUR.exec(plain);
  if (hour) return timeOf(plain, hour[1]!, '00', hour[2], at + 1);
  if (/^\d{1,2}$/.test(plain) && followed) return timeOf(`${plain}${followed}m`, plain, '00', followed, at + 2);
  return undefined;
};

function timeOf(
  typed: string,
  hours: string,
  minutes: string,
  half: string | undefined,
  end: number,
  seconds?: string,
): FoundPart {
  const number = Number(hours);
  const minute = Number(minutes);
  const possible = half === undefined ? number < 24 : number >= 1 && number <= 12;
  if (!possible || minute > 59 || seconds !== undefined)
    return {
      part: {
        sort: 'problem',
        instead: 'time',
        problem: {
          code: 'impossible-time',
          typed,
          problem:
            seconds === undefined ? `There is no time “${typed}”` : `“${typed}” has seconds, to which no digest keeps`,
          remedy: 'Write a time from 00:00 to 23:59, such as 08:30 or 8.30am',
        },
      },
      end,
    };
  const hour = half === undefined ? number : (number % 12) + (half === 'p' ? 12 : 0);
  return { part: { sort: 'time', hour, minute }, end };
}
