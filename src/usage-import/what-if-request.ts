import type { IsoDay } from "../lib/calendar.ts";
import type { ModelCard } from "../pricing/rate-card.ts";
import { tokenScale } from "../pricing/tokenizer.ts";
import { promptTokens } from "../pricing/usage.ts";
import type { MeasuredRequest } from "./request-terms.ts";
import { type Resumed, readLast, type TokenCounts, wouldExpire, wouldSurvive, writeFor, writeWhole } from "./what-if-cache.ts";
import { costAtRates, createRateTable, type RequestRates, type ServedAs } from "./what-if-rates.ts";

/** What is to be different for a request. */
export interface OtherTerms {
  readonly day: IsoDay;
  /** The model that it ran on, and the one to price it on. */
  readonly own: ModelCard;
  readonly card: ModelCard;
  /** Share of it that goes to batch, 0–1. */
  readonly batchShare: number;
  /** Another lifetime of its cache; null = as it was. */
  readonly lifetime: "5m" | "1h" | null;
  /** What it finds of its conversation. */
  readonly resumed: Resumed | null;
  readonly tokenizerFactor: number;
}

/** A request priced otherwise: `served + writes + rewrites`, USD; NaN where a class is used that has no rate. */
export interface OtherPrice {
  /** On the other model, in batch, with its cache as it was. */
  readonly served: number;
  /** What the other class of cache writes changes. */
  readonly writes: number;
  /** What writing the conversation again adds, or saves (below 0). */
  readonly rewrites: number;
  readonly isRewritten: boolean;
  /** The rates that applied, for what they refuse. */
  readonly rates: RequestRates;
  readonly refusesBatch: boolean;
  readonly isOverWindow: boolean;
}

/** Prices requests otherwise, one after the other; keep one for a log, because it remembers the rates. */
export function createOtherPricer(): (request: MeasuredRequest, terms: OtherTerms) => OtherPrice {
  const ratesOf = createRateTable();
  // Written over by every request: objects of its own for each would take most of the time.
  const counted = noTokens();
  const scaled = noTokens();
  return (request, { day, own, card, batchShare, lifetime, resumed, tokenizerFactor }) => {
    const rates = ratesOf(card, day, request);
    const inBatch = batchShare === 0 ? rates : ratesOf(card, day, asBatch(request));
    const refusesBatch = batchShare > 0 && inBatch.refused.batch;
    const share = refusesBatch ? 0 : batchShare;
    const scale = tokenScale(own.tokenizer, card.tokenizer, tokenizerFactor);
    const price = (): number => {
      scaleInto(scaled, counted, scale);
      const synchronous = share === 1 ? 0 : costAtRates(rates, scaled);
      return share === 0 ? synchronous : (1 - share) * synchronous + share * costAtRates(inBatch, scaled);
    };
    copyInto(counted, request.usage);
    const served = price();
    const isOverWindow = promptTokens(scaled) > rates.contextWindow;
    const cache = lifetime === null ? SAME_CACHE : otherCache(request, { counted, resumed, lifetime, served, price });
    const { writes, rewrites, isRewritten } = cache;
    return { served, writes, rewrites, isRewritten, rates, refusesBatch, isOverWindow };
  };
}

type CacheTerms = Pick<OtherPrice, "writes" | "rewrites" | "isRewritten">;

const SAME_CACHE: CacheTerms = { writes: 0, rewrites: 0, isRewritten: false };

interface CacheChange {
  /** The request's tokens, to be written over. */
  readonly counted: TokenCounts;
  readonly resumed: Resumed | null;
  readonly lifetime: "5m" | "1h";
  readonly served: number;
  /** Prices `counted` as it is. */
  readonly price: () => number;
}

// What is written again is counted at the 5-minute class both ways, so that a way and its way back have the same terms.
function otherCache(request: MeasuredRequest, { counted, resumed, lifetime, served, price }: CacheChange): CacheTerms {
  if (lifetime === "1h") {
    const isRewritten = resumed !== null && wouldSurvive(resumed, request);
    if (isRewritten) readLast(counted, resumed.last.prompt);
    const read = isRewritten ? price() : served;
    writeFor(counted, "1h");
    return { writes: price() - read, rewrites: read - served, isRewritten };
  }
  writeFor(counted, "5m");
  const written = price();
  const isRewritten = resumed !== null && wouldExpire(resumed, request);
  if (isRewritten) writeWhole(counted);
  return { writes: written - served, rewrites: isRewritten ? price() - written : 0, isRewritten };
}

function asBatch({ speed, geo, regional }: MeasuredRequest): ServedAs {
  return { speed, geo, regional, batch: true };
}

function noTokens(): TokenCounts {
  return { input: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0, webSearches: 0 };
}

// The fields by name, here and below: through a list of names this took most of the time.
function copyInto(target: TokenCounts, usage: Readonly<TokenCounts>): void {
  target.input = usage.input;
  target.cacheWrite5m = usage.cacheWrite5m;
  target.cacheWrite1h = usage.cacheWrite1h;
  target.cacheRead = usage.cacheRead;
  target.output = usage.output;
  target.webSearches = usage.webSearches;
}

function scaleInto(target: TokenCounts, usage: Readonly<TokenCounts>, scale: number): void {
  target.input = Math.round(usage.input * scale);
  target.cacheWrite5m = Math.round(usage.cacheWrite5m * scale);
  target.cacheWrite1h = Math.round(usage.cacheWrite1h * scale);
  target.cacheRead = Math.round(usage.cacheRead * scale);
  target.output = Math.round(usage.output * scale);
  target.webSearches = usage.webSearches;
}
