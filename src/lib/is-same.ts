/** Whether two plain values (numbers, texts, null, arrays and objects of such) hold the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [entries, others] = [Object.entries(a), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || entries.length !== others.size) return false;
  return entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}
