import { z } from 'zod';
import { EdtfError, parseEdtf } from './edtf.ts';

/** The kinds of value that the files of a record share. */

export const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case')
  .meta({ description: 'Identifier in kebab-case.' });

export const text = z.string().trim().min(1, 'is empty');

export const edtf = z
  .string()
  .superRefine((value, context) => {
    try {
      parseEdtf(value);
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  })
  .meta({ description: 'EDTF date (ISO 8601-2): 2020-01-08, 2024-01, 2024-01-2X, 2026-03-12~, 2003/2011.' });

export const day = z.iso.date().meta({ description: 'A day, YYYY-MM-DD.' });

export const timeZone = z
  .string()
  .refine((zone) => isTimeZone(zone), 'is not an IANA time zone')
  .meta({ description: 'IANA time zone of the place, e.g. Asia/Baghdad.' });

/** Zones found to be one: asking the platform is slow, and a record names few. */
const zones = new Set<string>();

function isTimeZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    const known = zone.includes('/') || zone === 'UTC';
    if (known) zones.add(zone);
    return known;
  } catch {
    return false;
  }
}
