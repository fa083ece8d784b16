import { z } from 'zod';
import type { AnsweredAbout } from './feedback-block.ts';

/** Which of the two buttons was pressed, and what the answer was about. */
export interface Pressed extends AnsweredAbout {
  verdict: 'right' | 'wrong';
  events: string[];
}

const events = z.array(z.string()).max(1000);
const intent = z.string().nullable().default(null);
const pressed = z.object({ verdict: z.enum(['right', 'wrong']), events: events.optional(), intent });

/** The metadata of an answer: `dateline_answer`. */
const metadata = z.object({ event_payload: z.object({ events, intent }) });

/**
 * What a press of a feedback button says. Where the message carries metadata, that tells what the answer was about: it
 * holds all events, the button only those that fit it.
 * @returns nothing for a value that no button of ours has
 */
export function readPressed(value: string | undefined, message: unknown): Pressed | undefined {
  const said = pressed.safeParse(parsed(value ?? ''));
  if (!said.success) return undefined;
  const carried = metadata.safeParse((message as { metadata?: unknown } | undefined)?.metadata);
  const about = carried.success ? carried.data.event_payload : said.data;
  return { verdict: said.data.verdict, events: about.events ?? [], intent: about.intent };
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
