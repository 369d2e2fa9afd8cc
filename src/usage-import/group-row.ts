import { totalOf } from "../pricing/bill-line.ts";
import { type FullUsage, NO_USAGE, promptTokens, TOKEN_CLASSES } from "../pricing/usage.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { addQuantity, billOf, type LineBook, type LineSums, type ModelLine } from "./model-lines.ts";
import type { MeasuredRequest } from "./price-billed-request.ts";

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
  first: MeasuredResponse | null;
  requests: number;
  pricedRequests: number;
  /** What has no price: the tokens of all else stand in the lines. */
  readonly unpriced: GrowingUsage;
  readonly lines: LineSums;
}

/** A request to be added: the numbers that its lines have in the book, and their quantities. */
export interface Addend {
  response: MeasuredResponse;
  request: MeasuredRequest;
  readonly slots: number[];
  readonly quantities: number[];
}

type GrowingUsage = { -readonly [Name in keyof FullUsage]: number };

/** Nothing yet. */
export function emptySums(): GroupSums {
  return { first: null, requests: 0, pricedRequests: 0, unpriced: { ...NO_USAGE }, lines: [] };
}

/** Adds a request in place. */
export function addRequest(sums: GroupSums, { response, request, slots, quantities }: Readonly<Addend>): void {
  // Responses come in order of time, those without a timestamp last.
  sums.first ??= response;
  sums.requests += 1;
  if (request.cost === null) {
    addUsage(sums.unpriced, request.usage);
    return;
  }
  sums.pricedRequests += 1;
  for (let index = 0; index < slots.length; index += 1) addQuantity(sums.lines, slots[index] ?? 0, quantities[index] ?? 0);
}

/** The row of what was added. */
export function rowOf(
  { first, requests, pricedRequests, unpriced, lines: sums }: GroupSums,
  { key, book }: { readonly key: string | null; readonly book: LineBook },
): GroupRow {
  const lines = billOf(sums, book);
  return {
    key,
    cost: pricedRequests === 0 ? null : totalOf(lines),
    requests,
    usage: withLines(unpriced, lines),
    unpricedTokens: tokensOf(unpriced),
    firstAt: first?.at ?? null,
    firstProject: first?.project || null,
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

function addUsage(total: GrowingUsage, usage: FullUsage): void {
  for (const name of TOKEN_CLASSES) total[name] += usage[name];
  total.webSearches += usage.webSearches;
}
