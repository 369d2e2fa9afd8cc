import type { IsoDay } from "../lib/calendar.ts";
import { requireWithin } from "../lib/range-error.ts";
import { type PricedUsage, priceWithCard, ratesOf, tierOf } from "./price-request.ts";
import { type ModelCard, rulesInForce, type WebSearchFee } from "./rate-card.ts";
import { promptTokens, TOKEN_CLASSES, type Usage } from "./usage.ts";

/** One call of the API: what it sends and gets, in whole tokens of the model that it was counted for. */
export interface Call {
  /** All that is sent, cached or not. */
  readonly promptTokens: number;
  /** Visible output. */
  readonly outputTokens: number;
  /** Billed as output. */
  readonly thinkingTokens: number;
  /** 0–100: the share of the prompt that is read from the cache. */
  readonly cachedPercent: number;
  readonly batch: boolean;
}

/** On which day a call is priced, and how a model counts its text. */
export interface CallTerms {
  readonly day: IsoDay;
  readonly webSearch: WebSearchFee;
  /** Tokens that the model makes of one as counted; 1 where its tokenizer is the same. */
  readonly scale: number;
}

/** Why a call has no price: the model had none on that day yet, is not offered in batch, or its cache rates are not known. */
export type NoPrice = "not-released" | "no-batch" | "no-cache-rates";

/** The same in words, after a model's name: "Haiku 5.5: had no price on that day yet". */
export const NO_PRICE_WORDS: { readonly [why in NoPrice]: string } = {
  "not-released": "had no price on that day yet",
  "no-batch": "is not offered in batch",
  "no-cache-rates": "has no known cache rates",
};

/** What one call costs on a model, or why that cannot be said: never $0 for what is unknown. */
export type CallCost =
  | { readonly noPrice: NoPrice }
  | (PricedUsage & {
      readonly noPrice: null;
      readonly usage: Usage;
      /** Whether the cached part is shorter than the model caches: then all of the prompt is input. */
      readonly tooShortToCache: boolean;
    });

/**
 * What one call costs on a model: its cached share is read, the rest of the prompt is input, thinking is output. The tier is that of this one
 * prompt. The write that put the prompt into the cache is not in it.
 *
 * @throws RangeError for counts that are no whole numbers ≥ 0 and for a share outside 0–100
 * @example callCost(sonnet46, { promptTokens: 1_000_000, outputTokens: 0, thinkingTokens: 0, cachedPercent: 0, batch: false }, terms).total //=> 3
 */
export function callCost(card: ModelCard, call: Call, terms: CallTerms): CallCost {
  const { usage, tooShortToCache } = callUsage(card, call, terms.scale);
  const noPrice = whyNoPrice(card, { usage, batch: call.batch, day: terms.day });
  if (noPrice !== null) return { noPrice };
  const priced = priceWithCard(card, { usage, at: terms.day, batch: call.batch }, terms.webSearch);
  return { ...priced, noPrice, usage, tooShortToCache };
}

/** Why a request of a model has no price, or null where it has one. */
export function whyNoPrice(
  card: ModelCard,
  { usage, batch, day }: { readonly usage: Usage; readonly batch: boolean; readonly day: IsoDay },
): NoPrice | null {
  if (day < card.released) return "not-released";
  if (batch && card.batchMultiplier === null) return "no-batch";
  const rules = rulesInForce(card, day);
  const rates = ratesOf(rules, tierOf(rules, promptTokens(usage)));
  return TOKEN_CLASSES.some((name) => (usage[name] ?? 0) > 0 && rates[name] === undefined) ? "no-cache-rates" : null;
}

/** Whether a model caches a prefix of so many tokens; yes where its minimum was not found. @example isCacheable(haiku45, 4_095) //=> false */
export function isCacheable({ minCacheableTokens }: Pick<ModelCard, "minCacheableTokens">, tokens: number): boolean {
  return minCacheableTokens === null || tokens >= minCacheableTokens;
}

function callUsage(
  card: ModelCard,
  { promptTokens: prompt, outputTokens, thinkingTokens, cachedPercent }: Call,
  scale: number,
): { readonly usage: Usage; readonly tooShortToCache: boolean } {
  requireWithin("cachedPercent", cachedPercent, [0, 100]);
  const sent = Math.round(prompt * scale);
  const asked = Math.round((sent * cachedPercent) / 100);
  const cacheRead = isCacheable(card, asked) ? asked : 0;
  const output = Math.round((outputTokens + thinkingTokens) * scale);
  return { usage: { input: sent - cacheRead, cacheRead, output }, tooShortToCache: cacheRead < asked };
}
