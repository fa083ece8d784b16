import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Dateline } from '../dateline.ts';
import { renderJson } from '../render/json.ts';
import type { Console } from './console.ts';
import { parseMoment } from './moment.ts';

const caseSchema = z.object({
  id: z.string(),
  question: z.string(),
  now: z
    .string()
    .transform(parseMoment)
    .refine((now) => now !== undefined, 'is no ISO 8601 moment')
    .optional(),
  thread: z.array(z.string()).optional(),
});

/** What some editors put at the start of a file. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Answers a JSONL file line by line, printing each answer as soon as it is there. A line that cannot be read gives an
 * error line, and the rest goes on.
 * @returns the exit status: 0, or 1 where the file itself cannot be read
 */
export async function answerBatch(
  dateline: Dateline,
  file: string,
  console: Console,
  timeline?: string,
): Promise<number> {
  const input = createReadStream(file, 'utf8');
  const opened = new Promise<void>((resolve, reject) => input.once('readable', () => resolve()).once('error', reject));
  try {
    await opened;
  } catch (cause) {
    console.error(
      `The file ${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}): name a file of JSON lines.\n`,
    );
    return 1;
  }
  let number = 0;
  for await (const read of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const line = number === 1 && read.startsWith(BYTE_ORDER_MARK) ? read.slice(1) : read;
    if (line.trim() === '') continue;
    console.out(`${answerLine(dateline, line, number, timeline)}\n`);
  }
  return 0;
}

function answerLine(dateline: Dateline, line: string, number: number, timeline: string | undefined): string {
  const parsed = parseCase(line);
  if ('error' in parsed) return JSON.stringify({ id: null, error: `line ${number}: ${parsed.error}` });
  const { id, question, now, thread } = parsed.case;
  const options = {
    now: now ?? new Date(),
    ...(thread === undefined ? {} : { thread }),
    ...(timeline === undefined ? {} : { timeline }),
  };
  const started = performance.now();
  const answer = dateline.ask(question, options);
  return renderJson(answer, { id, ms: performance.now() - started });
}

function parseCase(line: string): { case: z.infer<typeof caseSchema> } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'this is not JSON; write {"id":"…","question":"…"}' };
  }
  const result = caseSchema.safeParse(value);
  if (result.success) return { case: result.data };
  const issue = result.error.issues[0];
  return { error: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is no case'}` };
}
