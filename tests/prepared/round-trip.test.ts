import { expect, test } from 'vitest';
import { createDateline } from '../../src/dateline.ts';
import { OWN_DATA } from '../../src/prepared/home.ts';
import { loadPreparation } from '../../src/prepared/load.ts';
import { askCase, ownCases } from '../support/read-cases.ts';

test('a preparation that went through JSON answers every question as it did before', { timeout: 120_000 }, () => {
  const preparation = loadPreparation(OWN_DATA);
  const before = createDateline(preparation);
  const after = createDateline(JSON.parse(JSON.stringify(preparation)));
  expect(after.events()).toEqual(before.events());
  for (const one of ownCases()) expect(askCase(after, one), one.question).toEqual(askCase(before, one));
});
