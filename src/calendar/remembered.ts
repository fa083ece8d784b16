/**
 * A function of a text that keeps what it gave: what many people's schedules have in common is worked out once. What it
 * throws is not kept.
 * @param most how many are kept; the oldest go first
 */
export function remembered<Value>(most: number, work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = work(text);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(text, { value });
    return value;
  };
}
