import { codeSources } from './code.js';
import { HOME } from './home.ts';
import { digestOf } from './stamp.js';

/** Put in by the bundler: the digest of the sources that it bundled. */
declare const BUNDLED_CODE: string | undefined;

/** What tells the code that runs from any other: what one code prepared, another may read otherwise. */
export function runningCode(): string {
  return typeof BUNDLED_CODE === 'string' ? BUNDLED_CODE : digestOf(codeSources(HOME));
}
