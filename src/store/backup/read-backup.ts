import { createHash } from 'node:crypto';
import type { RowCounts } from '../database/tables.ts';
import { type BackupRow, damaged, type Footer, type Header, readHeader, readLine } from './format.ts';

/**
 * What a backup says, line by line: its header, then its rows. Only when all has been read is it known to be whole, so
 * what is done with the rows must be undone where this throws.
 * @throws StoreError `backup-damaged` or `backup-newer`
 */
export async function* readBackup(lines: AsyncIterable<string>): AsyncGenerator<Header | BackupRow> {
  const hash = createHash('sha256');
  const counts: RowCounts = {};
  let footer: Footer | undefined;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (footer) throw damaged('goes on after its end');
    const part = number === 1 ? readHeader(line) : readLine(line, number);
    if ('sha256' in part) {
      footer = part;
      continue;
    }
    hash.update(line).update('\n');
    if ('table' in part) counts[part.table] = (counts[part.table] ?? 0) + 1;
    yield part;
  }
  if (number === 0) throw damaged('is empty');
  if (!footer) throw damaged('is cut short');
  if (hash.digest('hex') !== footer.sha256 || !sameCounts(counts, footer.rows)) {
    throw damaged('is not what was written: some of it was changed or is lost');
  }
}

function sameCounts(some: RowCounts, others: RowCounts): boolean {
  const tables = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...tables].every((table) => (some[table] ?? 0) === (others[table] ?? 0));
}
