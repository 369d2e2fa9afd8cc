import { totalOf } from "../pricing/bill-line.ts";
import { type FullUsage, NO_USAGE, promptTokens, TOKEN_CLASSES } from "../pricing/usage.ts";
import { REQUEST_COUNTS } from "./measured-rows.ts";
import { billOf, emptyLines, type LineBook, type LineSums, type ModelLine } from "./model-lines.ts";

/** What the requests that share a name come to. */
export interface GroupRow {
  /** Null = the log names none. At most 200 characters. */
  readonly key: string | null;
  /** USD, unrounded: the sum of `lines`; null where nothing in it has a price. */
  readonly cost: number | null;
  readonly requests: number;
  /** All tokens, those without a price included. */
  readonly usage: FullUsage;
  /** Prompt and output tokens that have no price: where there are any, `cost` is a lower bound. */
  readonly unpricedTokens: number;
  /** Milliseconds since 1970 UTC of its first request; null where none has a timestamp. */
  readonly firstAt: number | null;
  /** The project's folder of that request; null where the path does not say. */
  readonly firstProject: string | null;
  /** One line for each model, item and rate. */
  readonly lines: readonly ModelLine[];
}

/** The same while requests are added. */
export interface GroupSums {
  /** Those of its first request; the project's folder may be empty. */
  firstAt: number | null;
  firstProject: string;
  requests: number;
  pricedRequests: number;
  /** What has no price, in the order of `REQUEST_COUNTS`: the tokens of all else stand in the lines. */
  readonly unpriced: Float64Array;
  readonly lines: LineSums;
}

type GrowingUsage = { -readonly [Name in keyof FullUsage]: number };

/** Nothing yet. @param book has all rates that are to come */
export function emptySums(book: LineBook): GroupSums {
  const unpriced = new Float64Array(REQUEST_COUNTS.length);
  return { firstAt: null, firstProject: "", requests: 0, pricedRequests: 0, unpriced, lines: emptyLines(book) };
}

/** The row of what was added. */
export function rowOf(
  { firstAt, firstProject, requests, pricedRequests, unpriced, lines: sums }: GroupSums,
  { key, book }: { readonly key: string | null; readonly book: LineBook },
): GroupRow {
  const lines = billOf(sums, book);
  const withoutPrice: GrowingUsage = { ...NO_USAGE };
  REQUEST_COUNTS.forEach((name, index) => {
    withoutPrice[name] = unpriced[index] ?? 0;
  });
  return {
    key,
    cost: pricedRequests === 0 ? null : totalOf(lines),
    requests,
    usage: withLines(withoutPrice, lines),
    unpricedTokens: tokensOf(withoutPrice),
    firstAt,
    firstProject: firstProject || null,
    lines,
  };
}

/** Everything sent and received, in tokens. */
export function tokensOf(usage: FullUsage): number {
  return promptTokens(usage) + usage.output;
}

function withLines(unpriced: FullUsage, lines: readonly ModelLine[]): FullUsage {
  const usage: GrowingUsage = { ...unpriced };
  for (const { item, quantity } of lines) {
    const name = TOKEN_CLASSES.find((tokenClass) => tokenClass === item) ?? "webSearches";
    usage[name] += quantity;
  }
  return usage;
}
