/** Thrown where a filter names a place, an actor or a kind that no event of the record has. */
export class UnknownIdError extends Error {
  override readonly name = 'UnknownIdError';
  readonly id: string;

  /** @param what `place`, `actor` or `kind` */
  constructor(what: string, id: string) {
    super(`No event of the record has the ${what} "${id}". Write an id of ${what}s.yaml.`);
    this.id = id;
  }
}
