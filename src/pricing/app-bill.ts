import type { IsoDay } from "../lib/calendar.ts";
import { type BillLine, billLine, mergeLines, totalOf } from "./bill-line.ts";
import { type CachedPrefix, prefixUse } from "./cached-prefix.ts";
import { isCacheable, type NoPrice, whyNoPrice } from "./call-cost.ts";
import { priceWithCard } from "./price-request.ts";
import type { ModelCard, WebSearchFee } from "./rate-card.ts";
import type { Usage } from "./usage.ts";

/** A month of an app's calls, all alike. Tokens are whole ones of the model that the call was counted for. */
export interface AppCalls {
  readonly promptTokens: number;
  /** Thinking included. */
  readonly outputTokens: number;
  /** 0–100: the share of the prompt that every call reads from the cache; without a prefix. */
  readonly cachedPercent: number;
  /** What is cached instead, writes counted; null = as `cachedPercent` says. */
  readonly prefix: CachedPrefix | null;
  /** Questions that the app is asked a month. */
  readonly arriving: number;
  /** Calls that it makes for them; a mean, so it need not be whole. */
  readonly calls: number;
  /** 0–100: the share of the calls in batch. */
  readonly batchPercent: number;
  /** 0–100: the share of the calls that the smaller model serves. */
  readonly smallerPercent: number;
}

/** A model that serves calls, and how many tokens it makes of one as counted. */
export interface ServingModel {
  readonly card: ModelCard;
  readonly scale: number;
}

/** Who serves an app's calls, at the prices of which day. */
export interface AppTerms {
  readonly main: ServingModel;
  readonly smaller: ServingModel;
  readonly day: IsoDay;
  readonly webSearch: WebSearchFee;
}

/** A line of an app's month. */
export interface AppLine extends BillLine {
  readonly model: string;
  readonly batch: boolean;
}

/** An app's bill of a month, or why it has none. */
export type AppBill =
  | { readonly noPrice: NoPrice }
  | {
      readonly noPrice: null;
      readonly lines: readonly AppLine[];
      /** The sum of `lines`, USD unrounded. */
      readonly total: number;
    };

/**
 * What a month of an app's calls costs. Every kind of call (its model, in batch or not, writing the prefix or reading it) is priced as one
 * request and taken as often as it comes. Each model has a cache of its own. Hits in batch are counted like others, although the provider
 * calls them best effort. A prefix shorter than a model caches is input there.
 *
 * @throws RangeError as `priceWithCard`
 * @example 1,000 calls of 1,000 tokens on Sonnet 4.6, nothing out and nothing cached: 1,000,000 × $3 a million = $3
 */
export function appBill(calls: AppCalls, terms: AppTerms): AppBill {
  const kinds = kindsOf(calls, terms).filter(({ count }) => count > 0);
  const lines: AppLine[] = [];
  for (const { card, usage, batch, count } of kinds) {
    const noPrice = whyNoPrice(card, { usage, batch, day: terms.day });
    if (noPrice !== null) return { noPrice };
    const priced = priceWithCard(card, { usage, at: terms.day, batch }, terms.webSearch);
    lines.push(...priced.lines.map((line) => ({ ...times(line, count), model: card.id, batch })));
  }
  const merged = mergeLines(lines, ({ model, item, batch }) => `${model} ${item} ${batch}`);
  return { noPrice: null, lines: merged, total: totalOf(merged) };
}

/** Calls of a month that one model serves, main or smaller. */
export function callsOf({ calls, smallerPercent }: Pick<AppCalls, "calls" | "smallerPercent">, who: "main" | "smaller"): number {
  const moved = (calls * smallerPercent) / 100;
  return who === "smaller" ? moved : calls - moved;
}

/** Tokens of the prefix that a call sends, as a model counts them: no more than the prompt has. */
export function prefixTokens({ promptTokens, prefix }: Pick<AppCalls, "promptTokens" | "prefix">, scale: number): number {
  return prefix === null ? 0 : Math.round(Math.min(prefix.tokens, promptTokens) * scale);
}

/** Calls that are billed alike. */
interface Kind {
  readonly card: ModelCard;
  readonly usage: Usage;
  readonly batch: boolean;
  readonly count: number;
}

function kindsOf(app: AppCalls, terms: AppTerms): readonly Kind[] {
  const inBatch = app.batchPercent / 100;
  return (["main", "smaller"] as const).flatMap((who) =>
    usagesOf(app, terms[who], callsOf(app, who)).flatMap(({ usage, count }) => [
      { card: terms[who].card, usage, batch: false, count: count * (1 - inBatch) },
      { card: terms[who].card, usage, batch: true, count: count * inBatch },
    ]),
  );
}

function usagesOf(app: AppCalls, { card, scale }: ServingModel, calls: number): readonly Pick<Kind, "usage" | "count">[] {
  const sent = Math.round(app.promptTokens * scale);
  const output = Math.round(app.outputTokens * scale);
  if (app.prefix === null) {
    const asked = Math.round((sent * app.cachedPercent) / 100);
    const cacheRead = isCacheable(card, asked) ? asked : 0;
    return [{ usage: { input: sent - cacheRead, cacheRead, output }, count: calls }];
  }
  const cached = prefixTokens(app, scale);
  if (!isCacheable(card, cached)) return [{ usage: { input: sent, output }, count: calls }];
  const { writes, reads } = prefixUse(app.prefix, { calls, arriving: app.arriving });
  const input = sent - cached;
  const written = app.prefix.lifetime === "5m" ? "cacheWrite5m" : "cacheWrite1h";
  return [
    { usage: { input, [written]: cached, output }, count: writes },
    { usage: { input, cacheRead: cached, output }, count: reads },
  ];
}

function times({ item, quantity, rate, per }: BillLine, count: number): BillLine {
  return billLine({ item, quantity: quantity * count, rate, per });
}
