import { z } from 'zod';
import { StoreError } from '../store-error.ts';

/*
 * A backup is a text of lines of JSON, the same for both databases: first what it is, then the rows, one a line, then how
 * many they are and the SHA-256 of every line before, so that a file that is cut short or changed is told from a whole one.
 */

export const FORMAT = 'dateline-store';
export const FORMAT_VERSION = 1;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().positive(),
  /** The name of the last migration of the store that was backed up. */
  schema: z.string(),
  at: z.iso.datetime(),
});
export type Header = z.infer<typeof headerSchema>;

const rowSchema = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type BackupRow = z.infer<typeof rowSchema>;

const footerSchema = z.strictObject({
  /** How many rows of each table. */
  rows: z.record(z.string(), z.int().nonnegative()),
  sha256: z.hex().length(64),
});
export type Footer = z.infer<typeof footerSchema>;

/**
 * What the first line of a backup says.
 * @throws StoreError `backup-damaged` for what is no backup, `backup-newer` for one of a later form
 */
export function readHeader(line: string | undefined): Header {
  const header = headerSchema.safeParse(parse(line)).data;
  if (!header) throw damaged('does not begin as a backup of a store does');
  if (header.version > FORMAT_VERSION) throw newer(`has the form ${header.version}`);
  return header;
}

/**
 * What any other line says.
 * @param number its number, counted from 1
 * @throws StoreError `backup-damaged`
 */
export function readLine(line: string, number: number): BackupRow | Footer {
  const parsed = z.union([rowSchema, footerSchema]).safeParse(parse(line)).data;
  if (!parsed) throw damaged(`cannot be read at line ${number}`);
  return parsed;
}

/** What is said of a backup that cannot be relied on. */
export function damaged(how: string, options?: { cause?: unknown }): StoreError {
  const problem = `The backup ${how}`;
  return new StoreError(
    { code: 'backup-damaged', problem, remedy: 'nothing was restored; take another backup' },
    options,
  );
}

/** What is said of a backup that a later Dateline made. */
export function newer(how: string): StoreError {
  return new StoreError({
    code: 'backup-newer',
    problem: `The backup was made by a newer Dateline: it ${how}`,
    remedy: 'nothing was restored; restore it with that version',
  });
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
