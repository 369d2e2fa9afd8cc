import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { type Serving, sessionTokens } from "../../src/pricing/session-tokens.ts";

/** Each request of a session as [read, fresh, output]. */
export function rows(shape: SessionShape): number[][] {
  return servedRows(shape).map(([, ...tokens]) => tokens);
}

/** Each request of a session as [number of its model, read, fresh, output]. */
export function servedRows(shape: SessionShape, serving?: Serving): number[][] {
  const { servedBy, read, fresh, output } = sessionTokens(shape, serving);
  return servedBy.map((model, index) => [
    model,
    read[index] ?? Number.NaN,
    fresh[index] ?? Number.NaN,
    output[index] ?? Number.NaN,
  ]);
}

/** What a column adds up to. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
