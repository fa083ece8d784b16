import type { ScheduleProblem } from './schedule-error.ts';

/** An hour that is counted from UTC: no place keeps to it through the year by law. */
const OFFSET = /^(?:utc|gmt)?\s*[+\u2212-]\s*\d{1,2}(?::?\d{2})?$/i;

/**
 * Abbreviations of hours with the zones that people mean by them. Some are names of the IANA database, kept for old
 * programs: its EST never moves its clocks, and New York does.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Adelaide', 'Australia/Darwin'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  AKST: ['America/Anchorage'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  AWST: ['Australia/Perth'],
  BRT: ['America/Sao_Paulo'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CAT: ['Africa/Maputo'],
  CDT: ['America/Chicago'],
  CEST: ['Europe/Paris', 'Europe/Berlin'],
  CET: ['Europe/Paris', 'Europe/Berlin'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  CST6CDT: ['America/Chicago'],
  CT: ['America/Chicago'],
  EAT: ['Africa/Nairobi'],
  EDT: ['America/New_York'],
  EEST: ['Europe/Athens', 'Asia/Beirut'],
  EET: ['Europe/Athens', 'Africa/Cairo'],
  EST: ['America/New_York'],
  EST5EDT: ['America/New_York'],
  ET: ['America/New_York'],
  GST: ['Asia/Dubai'],
  HKT: ['Asia/Hong_Kong'],
  HST: ['Pacific/Honolulu'],
  IRST: ['Asia/Tehran'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  MDT: ['America/Denver'],
  MET: ['Europe/Paris', 'Europe/Berlin'],
  MSK: ['Europe/Moscow'],
  MST: ['America/Denver', 'America/Phoenix'],
  MST7MDT: ['America/Denver'],
  MT: ['America/Denver'],
  NZST: ['Pacific/Auckland'],
  PDT: ['America/Los_Angeles'],
  PKT: ['Asia/Karachi'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  PST8PDT: ['America/Los_Angeles'],
  PT: ['America/Los_Angeles'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  TRT: ['Europe/Istanbul'],
  WAT: ['Africa/Lagos'],
  WEST: ['Europe/Lisbon'],
  WET: ['Europe/Lisbon'],
  Z: ['UTC'],
};

/** How names of zones are written. Temporal reads whole moments as zones too, and takes the zone out of them. */
const NAME = /^[a-z][a-z0-9_+-]*(?:\/[a-z0-9_+-]+)*$/i;

/** The name of an IANA zone in its own letter case, an old name kept as it is; nothing where the runtime knows no such zone. */
function zoneNamed(typed: string): string | undefined {
  if (!NAME.test(typed)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed).timeZoneId;
  } catch {
    return undefined;
  }
}

/** A time zone that was typed: its name, or what is wrong with it. */
export type TimeZoneReading = { timeZone: string } | { problem: ScheduleProblem };

/**
 * Reads the name of an IANA zone in any letter case, old names too ("Asia/Calcutta", "GB"). Offsets and abbreviations are
 * refused, also where the runtime would take them: they say nothing of daylight saving, or mean several places.
 */
export function readTimeZone(typed: string): TimeZoneReading {
  const name = typed.trim();
  if (OFFSET.test(name))
    return refuse('zone-is-offset', typed, `“${typed}” is an offset, which knows no daylight saving`, []);
  const meant = Object.hasOwn(ABBREVIATIONS, name.toUpperCase()) ? ABBREVIATIONS[name.toUpperCase()]! : undefined;
  if (meant)
    return refuse('zone-is-abbreviation', typed, `“${typed}” is an abbreviation, not the name of a zone`, meant);
  const timeZone = zoneNamed(typed);
  return timeZone === undefined ? refuse('unknown-zone', typed, `There is no time zone “${typed}”`, []) : { timeZone };
}

function refuse(
  code: ScheduleProblem['code'],
  typed: string,
  problem: string,
  meant: readonly string[],
): { problem: ScheduleProblem } {
  const remedy =
    meant.length > 0
      ? `Write ${meant.join(' or ')}`
      : 'Write a zone by region and city, such as Europe/London or Asia/Baghdad, or UTC';
  return { problem: { code, typed, problem, remedy } };
}
