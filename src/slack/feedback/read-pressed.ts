import { z } from 'zod';

const pressedSchema = z.object({
  verdict: z.enum(['right', 'wrong']),
  events: z.array(z.string()),
  intent: z.string().nullable(),
});

/** Which of the two buttons was pressed, and what the answer was about. */
export type Pressed = z.infer<typeof pressedSchema>;

/** What the value of a feedback button says; nothing for a value that no button of ours has. */
export function readPressed(value: string | undefined): Pressed | undefined {
  return pressedSchema.safeParse(parsed(value ?? '')).data;
}

/** What a text holds as JSON; nothing where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
