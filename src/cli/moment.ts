/** A moment that was typed; nothing where it is none that the calendar of the answers knows: the years 0 to 9999. */
export function parseMoment(text: string): Date | undefined {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && /^\d{4}-/.test(moment.toISOString()) ? moment : undefined;
}
