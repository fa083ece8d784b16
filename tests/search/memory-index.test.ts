import { byField } from '../../src/search/event-document.ts';
import { invert } from '../../src/search/invert.ts';
import { MemoryIndex } from '../../src/search/memory-index.ts';
import { describeEventIndex } from './event-index.contract.ts';

describeEventIndex('the index in memory', (documents) => {
  const empty = byField<string[]>(() => []);
  return new MemoryIndex(
    Object.keys(documents),
    invert(Object.values(documents).map((document) => ({ ...empty, ...document }))),
  );
});
