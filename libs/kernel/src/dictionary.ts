/**
 * A dictionary with one more entry, or another value of one. For names that are ids: an object that
 * has a prototype is given a shape of its own for each name that was not there before, which costs
 * several times what the copy does.
 */
export function withNamed<Value>(
  entries: Readonly<Record<string, Value>>,
  name: string,
  value: Value,
): Readonly<Record<string, Value>> {
  const copy = Object.assign(Object.create(null) as Record<string, Value>, entries);
  copy[name] = value;
  return copy;
}
