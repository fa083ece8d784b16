/** Thrown where a person could not do what was asked of them: Slack's client offers no such button, menu or command. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}
