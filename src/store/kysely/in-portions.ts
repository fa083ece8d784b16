/** Rows in portions for a statement each: a database takes some 30,000 values with one. */
export function* inPortions<Row>(rows: readonly Row[], size = 500): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
