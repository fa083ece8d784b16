import { OWN_DATA } from '../../src/prepared/home.ts';
import { prepareRecord } from '../../src/prepared/open.ts';

/** Prepares the record before the tests run, so that not every file of tests reads hundreds of YAML files by itself. */
export default async function prepareTheRecord(): Promise<void> {
  await prepareRecord(OWN_DATA);
}
