import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  type: string;
  content: Buffer;
}

/**
 * The files of the page by the path of their address. A path is looked up and never opened, so no address leads to
 * another file.
 */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const files = readdirSync(FOLDER).flatMap((name): [string, PageFile][] => {
    const type = TYPES[extname(name)];
    return type === undefined ? [] : [[`/${name}`, { type, content: readFileSync(join(FOLDER, name)) }]];
  });
  const byPath = new Map(files);
  const index = byPath.get('/index.html');
  if (index) byPath.set('/', index);
  return byPath;
}
