// Keeps one proposal after the other and says the id of each once it is kept, until it is killed.
import { open, say } from './child.ts';

const { proposals } = await open();
for (let number = 1; ; number++) {
  const { id } = await proposals.add(
    {
      team: 'T1',
      channel: 'C1',
      user: 'U1',
      kind: 'event',
      event: null,
      text: `${number} ${'long '.repeat(2_000)}`,
      date: null,
      sourceUrl: null,
    },
    new Date(number),
  );
  say(id);
}
