import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from '../src/prepared/home.ts';
import { loadIntents } from '../src/question/load-language.ts';
import { renderPlainText } from '../src/render/plain-text.ts';
import { desk, NOW } from './support/desk.ts';

const { examples } = loadIntents(join(HOME, 'intents'));

describe('the examples of the intents', () => {
  test.each(examples.map(({ file, example }) => [file, example.ask, example] as const))(
    '%s: %s',
    (_file, _ask, example) => {
      const now = example.now === undefined ? NOW : new Date(example.now);
      const answer = desk().ask(example.ask, { now, thread: example.thread ?? [] });
      expect(answer.status).toBe(example.status);
      if (example.event !== undefined) expect(answer.events[0]?.id).toBe(example.event);
      const text = renderPlainText(answer);
      for (const words of example.says ?? []) expect(text).toContain(words);
    },
  );
});
