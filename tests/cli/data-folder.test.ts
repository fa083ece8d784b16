import { afterEach, expect, test, vi } from 'vitest';
import { dataFolder } from '../../src/cli/data-folder.ts';
import { OWN_DATA } from '../../src/prepared/home.ts';
import { FERRIES } from '../support/broken-timeline.ts';
import { run } from '../support/captured-console.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what was typed goes before the environment, and that before the project', () => {
  expect(dataFolder('typed', { DATELINE_DATA: 'set' })).toBe('typed');
  expect(dataFolder(undefined, { DATELINE_DATA: 'set' })).toBe('set');
  expect(dataFolder(undefined, { DATELINE_DATA: ' ' })).toBe(OWN_DATA);
  expect(dataFolder(undefined, {})).toBe(OWN_DATA);
});

test('ask and lint read the record that the environment names', async () => {
  vi.stubEnv('DATELINE_DATA', FERRIES);
  expect((await run('ask', 'When did the Marigold sink?')).out).toContain('2 November 1998');
  expect((await run('lint', '--quiet')).out).toContain('9 events:');
});
