import { outOfRange, requireWhole } from "../lib/range-error.ts";

/** The billing classes of tokens. They are disjoint: a cache read is not also input. Thinking is inside `output`. */
export type TokenClass = "input" | "cacheWrite5m" | "cacheWrite1h" | "cacheRead" | "output";

/** The token classes in the order in which a bill lists them. */
export const TOKEN_CLASSES: readonly TokenClass[] = ["input", "cacheWrite5m", "cacheWrite1h", "cacheRead", "output"];

/** Tokens by class, whole numbers; a class left out is 0. `webSearches` counts server-side searches. */
export type Usage = Readonly<Partial<Record<TokenClass | "webSearches", number>>>;

/** A usage with every class stated. */
export type FullUsage = Required<Usage>;

/** Nothing used. */
export const NO_USAGE: FullUsage = { input: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0, webSearches: 0 };

/** Everything sent with a request: input, both cache writes and cache reads, in tokens. Output never counts. */
export function promptTokens(usage: Usage): number {
  return (usage.input ?? 0) + (usage.cacheWrite5m ?? 0) + (usage.cacheWrite1h ?? 0) + (usage.cacheRead ?? 0);
}

/**
 * Cache reads as a share of everything sent (0–1): reads / (input + writes + reads), or null when nothing was sent.
 * @example cacheHitRate({ input: 1, cacheRead: 3 }) //=> 0.75
 */
export function cacheHitRate(usage: Usage): number | null {
  const sent = promptTokens(usage);
  return sent === 0 ? null : (usage.cacheRead ?? 0) / sent;
}

/**
 * Refuses counts that are not whole numbers of at least 0, and classes that nobody bills: a misspelt class must not cost nothing.
 * @throws RangeError naming class, value and expectation
 */
export function requireUsage(usage: Usage): void {
  for (const [name, count] of Object.entries(usage)) {
    if (!Object.hasOwn(NO_USAGE, name)) throw outOfRange("usage", name, `one of ${Object.keys(NO_USAGE).join(", ")}`);
    if (count !== undefined) requireWhole(`usage.${name}`, count);
  }
}
