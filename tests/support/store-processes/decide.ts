// Decides every proposal that it is given, and says which of its decisions held.
import { open, say, task, together } from './child.ts';

const { ids, editor } = task as { ids: string[]; editor: string };
const { proposals, close } = await open();
await together();
const decided: string[] = [];
for (const id of ids) {
  const { outcome } = await proposals.decide({ team: 'T1', id }, { state: 'accepted', by: editor, now: new Date(1) });
  if (outcome === 'decided') decided.push(id);
}
await close();
say(JSON.stringify(decided));
