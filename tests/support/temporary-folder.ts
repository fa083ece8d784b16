import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of each test's own, taken away when the test is over. Returns the path of a file in it. */
export function temporaryFolder(): (file?: string) => string {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return (file = '') => join(folder, file);
}
