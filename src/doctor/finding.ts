/** What came of a check: `problem` is what keeps Dateline from doing its work, `not checked` what could not be looked at. */
export type Level = 'ok' | 'warning' | 'problem' | 'not checked';

/** One line of a diagnosis. */
export interface Finding {
  /** What was looked at, e.g. `store`. */
  check: string;
  level: Level;
  /** What was found; where that is not well, with what to mend. It ends without a full stop and holds no secret. */
  message: string;
}

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  const make =
    (level: Level) =>
    (message: string): Finding => ({ check, level, message: message.replace(/\.$/, '') });
  return { ok: make('ok'), warning: make('warning'), problem: make('problem'), unchecked: make('not checked') };
}
