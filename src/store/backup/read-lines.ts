import { createReadStream } from 'node:fs';
import { StoreError } from '../store-error.ts';

const LINE_FEED = 0x0a;

/**
 * The lines of a file, as they are read. Only a line feed ends a line: `node:readline` ends one at U+2028 too, which a
 * person's words may hold.
 * @throws StoreError `backup-unreadable`
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
        parts = [];
        start = end + 1;
      }
      parts.push(chunk.subarray(start));
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield rest.toString('utf8');
}

function unreadable(file: string, cause: unknown): StoreError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  return new StoreError(
    {
      code: 'backup-unreadable',
      problem: `The backup ${file} cannot be read (${code})`,
      remedy: 'check its path and who may read it',
    },
    { cause },
  );
}
