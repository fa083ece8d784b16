import type { Turn } from '../dateline.ts';
import { LIMITS } from '../render/limits.ts';

/** What an answer was computed of, small enough for a button: pressed later, in whichever process, it computes the same. */
export type Lookup =
  | { kind: 'ask'; question: string; thread?: readonly Turn[]; timeline?: string }
  | { kind: 'before' | 'after'; event: string }
  | { kind: 'place'; place: string }
  | { kind: 'on'; month: number; day: number; timeline?: string }
  | { kind: 'timeline'; text: string; timeline?: string }
  | { kind: 'latest'; timeline?: string }
  | { kind: 'corrections'; timeline?: string };

/**
 * A lookup as the value of a button: a line for its kind with what it is of, then a line for the timeline and for each
 * earlier turn of the thread.
 * @returns nothing where it is too long for one, or holds a line break
 */
export function encodeLookup(lookup: Lookup): string | undefined {
  const lines = [
    `${lookup.kind} ${subjectOf(lookup)}`.trimEnd(),
    ...('timeline' in lookup && lookup.timeline !== undefined ? [`@${lookup.timeline}`] : []),
    ...('thread' in lookup ? (lookup.thread ?? []) : []).map((turn) =>
      typeof turn === 'string' ? `?${turn}` : `=${turn.event}`,
    ),
  ];
  const value = lines.join('\n');
  return value.length <= LIMITS.buttonValue && lines.every((line) => !line.includes('\n')) ? value : undefined;
}

/** The lookup that a button carries; nothing for what is none. */
export function decodeLookup(value: string): Lookup | undefined {
  const [first = '', ...rest] = value.split('\n');
  const [kind = ''] = first.split(' ', 1);
  const subject = first.slice(kind.length + 1);
  const timeline = rest.find((line) => line.startsWith('@'))?.slice(1);
  const within = timeline === undefined ? {} : { timeline };
  switch (kind) {
    case 'ask': {
      const thread = rest.flatMap((line): Turn[] => {
        if (line.startsWith('?')) return [line.slice(1)];
        return line.startsWith('=') ? [{ event: line.slice(1) }] : [];
      });
      return subject === ''
        ? undefined
        : { kind, question: subject, ...(thread.length > 0 ? { thread } : {}), ...within };
    }
    case 'before':
    case 'after':
      return { kind, event: subject };
    case 'place':
      return { kind, place: subject };
    case 'timeline':
      return { kind, text: subject, ...within };
    case 'latest':
    case 'corrections':
      return { kind, ...within };
    case 'on': {
      const [month = 0, day = 0] = subject.split('-').map(Number);
      return isIn(month, 12) && isIn(day, 31) ? { kind, month, day, ...within } : undefined;
    }
    default:
      return undefined;
  }
}

function isIn(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function subjectOf(lookup: Lookup): string {
  switch (lookup.kind) {
    case 'ask':
      return lookup.question;
    case 'before':
    case 'after':
      return lookup.event;
    case 'place':
      return lookup.place;
    case 'timeline':
      return lookup.text;
    case 'on':
      return `${lookup.month}-${lookup.day}`;
    case 'latest':
    case 'corrections':
      return '';
  }
}
