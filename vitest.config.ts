import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/find-postgres.ts', 'tests/support/prepare-record.ts'],
    // Most of a file's time would be spent on loading what others have loaded.
    isolate: false,
    // Of two processors, vitest would use one.
    maxWorkers: '100%',
    testTimeout: 120_000,
    // The first to need the record reads it, which takes long on a machine that does much else.
    hookTimeout: 120_000,
  },
});
