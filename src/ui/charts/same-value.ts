import { useMemo } from "react";

/** A value that keeps its identity from render to render as long as it holds the same: for plain data, compared as JSON. */
export function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as Value, [text]);
}
