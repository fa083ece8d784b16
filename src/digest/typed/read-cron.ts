import type { ReadPart } from './part.ts';

/** A field of a cron expression without quotes: what no other word of an order looks like, but a number and a short name. */
const CRON_FIELDS =
  /^\s*((?:(?:[\d*?+][\d*?,/#LW+-]*|L|LW|(?:[+]?(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[-,#/][\dL\w]+)*))(?:\s+|$)){5,7})/i;

/** Reads a cron expression behind the word for it, in quotes or without. */
export const readCron: ReadPart = (words, at, text) => {
  const { plain, end } = words[at]!;
  if (plain !== 'cron') return undefined;
  const next = words[at + 1];
  if (next?.quoted !== undefined) return { part: { sort: 'cron', cron: next.quoted }, end: at + 2 };
  const bare = CRON_FIELDS.exec(text.slice(end));
  if (!bare) {
    const problem = {
      code: 'no-value' as const,
      typed: words[at]!.raw,
      problem: 'After “cron” no cron expression follows',
      remedy: 'Write it between quotation marks, such as cron "30 8 * * 1-5"',
    };
    return { part: { sort: 'problem', instead: 'cron', problem }, end: at + 1 };
  }
  const close = words.findIndex(({ start }) => start >= end + bare[0].length);
  return { part: { sort: 'cron', cron: bare[1]!.trim() }, end: close < 0 ? words.length : close };
};
