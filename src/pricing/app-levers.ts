import { type AppCalls, type AppLine, type AppTerms, appBill, prefixTokens } from "./app-bill.ts";
import type { CachedPrefix } from "./cached-prefix.ts";
import { isCacheable, type NoPrice } from "./call-cost.ts";

/** What an app could do about its bill, each with its strength. */
export interface AppLeverSettings {
  /** No call puts out more than so many tokens, thinking included. */
  readonly outputCap: { readonly on: boolean; readonly tokens: number };
  /** 0–100: the share of the prompt that is left out. */
  readonly trimming: { readonly on: boolean; readonly percent: number };
  /** Cached instead of the share that the call states. */
  readonly prefix: { readonly on: boolean } & CachedPrefix;
  /** 0–100: the share of the calls that can wait for a batch. */
  readonly batch: { readonly on: boolean; readonly percent: number };
  /** 0–100: repeated questions that are answered without a call. */
  readonly localCache: { readonly on: boolean; readonly percent: number };
  /** 0–100: calls that the smaller model takes over. */
  readonly smaller: { readonly on: boolean; readonly percent: number };
}

export type AppLeverId = keyof AppLeverSettings;

/** The order in which levers are pulled: each acts on what those before it have left. */
export const APP_LEVER_ORDER: readonly AppLeverId[] = ["outputCap", "trimming", "prefix", "batch", "localCache", "smaller"];

/** Why a lever cannot be pulled: no price for what it would do, or a prefix shorter than the model caches. */
export type AppConflict = NoPrice | "prefix-too-short";

/** One lever in the waterfall. USD a month, unrounded. */
export interface AppStep {
  readonly id: AppLeverId;
  readonly on: boolean;
  /** The bill before it, with the levers above it that are on. */
  readonly before: number;
  /** The bill after it; equal to `before` where it is off or cannot be pulled. */
  readonly after: number;
  /** What it would save by itself from today's bill, negative where it costs; null where it cannot be pulled. */
  readonly alone: number | null;
  readonly conflict: AppConflict | null;
}

/** A bill, and the calls that it is of. */
export interface AppMonth {
  readonly calls: AppCalls;
  readonly total: number;
  readonly lines: readonly AppLine[];
}

/** From today's bill to the one with every lever that is on: `today − optimised` is the sum of `before − after`. */
export interface AppWaterfall {
  readonly noPrice: null;
  readonly today: AppMonth;
  readonly optimised: AppMonth;
  readonly steps: readonly AppStep[];
}

/**
 * Pulls an app's levers one after the other, in `APP_LEVER_ORDER`. One that cannot be pulled is left out and says why. Where the calls have no
 * price as they are, there is nothing to pull at.
 *
 * @throws RangeError as `appBill`
 * @example with every lever off `optimised` is `today`
 */
export function appWaterfall(
  calls: AppCalls,
  levers: AppLeverSettings,
  terms: AppTerms,
): AppWaterfall | { readonly noPrice: NoPrice } {
  const bill = appBill(calls, terms);
  if (bill.noPrice !== null) return bill;
  const today: AppMonth = { calls, total: bill.total, lines: bill.lines };
  let kept = today;
  const steps = APP_LEVER_ORDER.map((id): AppStep => {
    const alone = pull(id, { calls, levers, terms });
    const pulled = levers[id].on ? pull(id, { calls: kept.calls, levers, terms }) : null;
    const before = kept.total;
    if (pulled?.conflict === null) kept = pulled.month;
    return {
      id,
      on: levers[id].on,
      before,
      after: kept.total,
      alone: alone.conflict === null ? today.total - alone.month.total : null,
      conflict: (pulled ?? alone).conflict,
    };
  });
  return { noPrice: null, today, optimised: kept, steps };
}

type Pulled = { readonly conflict: AppConflict } | { readonly conflict: null; readonly month: AppMonth };

interface Pull {
  readonly calls: AppCalls;
  readonly levers: AppLeverSettings;
  readonly terms: AppTerms;
}

function pull(id: AppLeverId, { calls, levers, terms }: Pull): Pulled {
  const pulled = PULLS[id](calls, levers);
  const { card, scale } = terms.main;
  if (id === "prefix" && !isCacheable(card, prefixTokens(pulled, scale))) return { conflict: "prefix-too-short" };
  const bill = appBill(pulled, terms);
  if (bill.noPrice !== null) return { conflict: bill.noPrice };
  return { conflict: null, month: { calls: pulled, total: bill.total, lines: bill.lines } };
}

const PULLS: { readonly [id in AppLeverId]: (calls: AppCalls, levers: AppLeverSettings) => AppCalls } = {
  outputCap: (calls, { outputCap }) => ({ ...calls, outputTokens: Math.min(calls.outputTokens, outputCap.tokens) }),
  trimming: (calls, { trimming }) => ({
    ...calls,
    promptTokens: Math.round(calls.promptTokens * (1 - trimming.percent / 100)),
  }),
  prefix: (calls, { prefix: { on: _, ...prefix } }) => ({ ...calls, cachedPercent: 0, prefix }),
  batch: (calls, { batch }) => ({ ...calls, batchPercent: Math.max(calls.batchPercent, batch.percent) }),
  localCache: (calls, { localCache }) => ({ ...calls, calls: calls.calls * (1 - localCache.percent / 100) }),
  smaller: (calls, { smaller }) => ({ ...calls, smallerPercent: smaller.percent }),
};
