import type { IsoDay } from "../lib/calendar.ts";
import type { Overflow } from "../pricing/compare-plans.ts";
import type { ClassRates, Tokenizer } from "../pricing/rate-card.ts";
import type { Caching } from "../pricing/session-shape.ts";

import type { PresetId } from "./preset-ids.ts";
import type { Questions } from "./questions.ts";
import type { WorkKindId } from "./work-kind.ts";

/** A model's part of a profile's sessions. */
export interface MixShare {
  /** The catalog's id, or an own model's. */
  readonly model: string;
  /** 0–100 in steps of 0.1; the shares of a profile add to 100. */
  readonly percent: number;
  /** Held while the other shares move. */
  readonly locked: boolean;
}

/** Sessions that a session starts for parts of its work: each has its own prompt and a 5-minute cache. */
export interface Subagents {
  /** How many a session starts; 0 = none. */
  readonly count: number;
  /** null = the model of the session that starts them. */
  readonly model: string | null;
  /** Requests of each of them; so the sizes. */
  readonly requests: number;
  readonly basePromptTokens: number;
  readonly inputGrowthPerRequest: number;
  readonly outputPerRequest: number;
}

/** Another model from one request (1-based) on: it reads the conversation anew. */
export interface ModelSwitch {
  readonly beforeRequest: number;
  readonly model: string;
}

/** A session by its shape: simulated request by request. */
export interface SimulatedUsage {
  readonly kind: "simulated";
  readonly requests: number;
  readonly basePromptTokens: number;
  readonly inputGrowthPerRequest: number;
  readonly outputPerRequest: number;
  /** 0–1. */
  readonly outputKeptShare: number;
  readonly caching: Caching;
  readonly warmPromptTokens: number;
  readonly pauseMinutes: number;
  readonly pauseHours: number;
  readonly prefixChanges: number;
  readonly compactAtTokens: number | null;
  readonly summaryTokens: number;
  /** `/clear` after so many requests; null = never. */
  readonly clearAfterRequests: number | null;
  readonly subagents: Subagents;
  readonly modelSwitch: ModelSwitch | null;
  /** What the model mix is a mix of: whole sessions, each on one model, or the requests of every session. */
  readonly routing: "session" | "request";
}

/** A session by its totals, as `/cost` or a log states them. */
export interface TotalsUsage {
  readonly kind: "totals";
  readonly input: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly cacheRead: number;
  readonly output: number;
  readonly webSearches: number;
  /** How many requests the totals came from; null = not counted. */
  readonly requests: number | null;
}

/** One kind of session, how often it comes and on which models. */
export interface Profile {
  /** 1–24 letters, digits and blanks. */
  readonly name: string;
  readonly sessionsPerDay: number;
  readonly mix: readonly MixShare[];
  readonly usage: SimulatedUsage | TotalsUsage;
}

/** A model that the catalog does not hold, with the rates that a person was given. */
export interface OwnModel {
  /** `own-` and a short name, so that it can never hide a model of the catalog. */
  readonly id: string;
  readonly rates: Required<ClassRates>;
  readonly tokenizer: Tokenizer;
}

/** API-equivalent USD a month that a plan covers, from low to high. */
export interface LimitRange {
  readonly low: number;
  readonly high: number;
}

/** The plans whose limits a person can set. */
export type LimitedPlan = "pro" | "max" | "ultra" | "team-standard" | "team-premium";

/** Whose word the plans' limits are: public guides' unsaid rule, community measurements, or the person's own. */
export type LimitRule = "guides" | "community" | "own";

/** Where requests are served. `us` = US-only inference; `regional` = a regional endpoint of Bedrock or Vertex. */
export type Place = "global" | "us" | "regional";

/**
 * Habits that would cut the bill, each with its strength: what the waterfall of levers is drawn from. They change no other figure of the
 * scenario. The page applies them in the order in which they stand here.
 */
export interface Levers {
  /** Easy, medium and hard work on a model each; the hard share is what the other two leave of 100. */
  readonly routing: {
    readonly on: boolean;
    readonly easyPercent: number;
    readonly mediumPercent: number;
    readonly easyModel: string;
    readonly mediumModel: string;
    readonly hardModel: string;
    /** Whether the router picks a model for each session or for each request; the second re-reads the conversation at every change. */
    readonly by: SimulatedUsage["routing"];
    /** USD for each request that the router classifies. */
    readonly fee: number;
  };
  readonly caching: { readonly on: boolean; readonly to: Exclude<Caching, "off"> };
  /** A threshold for simulated sessions; for sessions by totals, which have none, a share of the prompt taken away. */
  readonly compaction: { readonly on: boolean; readonly atTokens: number; readonly removedPercent: number };
  readonly clearing: { readonly on: boolean; readonly afterRequests: number };
  /** Less output: thinking is billed as output and is not sent again. */
  readonly thinking: { readonly on: boolean; readonly lessPercent: number };
  readonly batch: { readonly on: boolean; readonly percent: number };
  readonly subagents: { readonly on: boolean; readonly model: string };
}

/** Something long read once: what that one read costs by the session's end is shown beside the session. It changes no other figure. */
export interface OneRead {
  readonly tokens: number;
  /** The request (1-based) before which it is read. */
  readonly request: number;
}

/** A currency beside US dollars, at a rate that a person set by hand: every figure is worked out in US dollars and only then converted. */
export interface Currency {
  /** Three capital letters, as ISO 4217 has them; `USD` = none beside US dollars. */
  readonly code: string;
  /** Units of it for one US dollar. */
  readonly perUsd: number;
}

/** Developers whose work is worth about as much. */
export interface TeamGroup {
  readonly developers: number;
  /** API-equivalent USD a month of all of them together. */
  readonly totalUsd: number;
}

/** What a month may cost, for all developers together. */
export interface Budget {
  /** USD a month, before tax; null = no cap. */
  readonly monthlyUsd: number | null;
  /** USD a working day; null = no limit. */
  readonly dailyUsd: number | null;
  /** 0–100: added to the bill in a line of its own. */
  readonly taxPercent: number;
  /** Whether a new API account's starting credit is set against the first month. */
  readonly startingCredit: boolean;
}

/**
 * Requests that do not go as planned, of every 100 that the sessions plan, 0–100 each: they move the bill. Those that error and those that
 * are refused add to at most 100. What each of them does to a bill: `billedShares` in failed-requests.ts.
 */
export interface FailedRequests {
  /** End in an error: not billed. */
  readonly erroredPercent: number;
  /** Are answered, but sent again: billed once more. */
  readonly retriedPercent: number;
  /** Are refused without output: not billed since 2026-06-02, before that day for what they sent. */
  readonly refusedPercent: number;
}

/**
 * Everything that the page lets a person choose; no results. Plain, readonly and JSON-safe: the link, saved input and the store all
 * hold just this.
 */
export type Scenario = {
  /** The preset it began from; a label, nothing is looked up by it. */
  readonly preset: PresetId;
  /** The day whose prices apply. */
  readonly priceDate: IsoDay;
  /** The model in whose tokens the counts are stated: they are never scaled for it, nor for others of its tokenizer. */
  readonly tokensOf: string;
  /** Tokens that the tokenizer since Opus 4.7 makes of one earlier token, 1–1.35. */
  readonly tokenizerFactor: number;
  readonly developers: number;
  readonly workingDays: number;
  /** What a daily figure is spread over: working days, or a month of 30 calendar days. */
  readonly dayBasis: "working" | "calendar";
  readonly profiles: readonly Profile[];
  /** 0–100: how much of the work runs in batch. */
  readonly batchPercent: number;
  /** USD for each request that a router classifies. */
  readonly routerFee: number;
  readonly place: Place;
  readonly fast: boolean;
  /** 0–100: a contract's discount on everything that the provider charges. */
  readonly discountPercent: number;
  readonly ownModels: readonly OwnModel[];
  /** What the work is for: whether a plan's limits cover it at all. */
  readonly work: WorkKindId;
  readonly planBilling: "monthly" | "annual";
  readonly limitRule: LimitRule;
  readonly overflow: Overflow;
  /** What the person says each plan covers; used under the rule "own", null = not stated. */
  readonly ownLimits: { readonly [plan in LimitedPlan]: LimitRange | null };
  readonly levers: Levers;
  readonly oneRead: OneRead;
  /** Tokens that a new conversation reads again before it is where the old one was: what starting over is measured with. */
  readonly reReadTokens: number;
  readonly currency: Currency;
  /** How far sessions differ: the cost of the dearest in ten over that of the one in the middle. 1 = all cost the same. */
  readonly costSpread: number;
  readonly budget: Budget;
  /** Groups of developers for the seats of a team; empty = `developers` alike, with the scenario's own work. */
  readonly team: readonly TeamGroup[];
  readonly failed: FailedRequests;
  /** The smaller questions; left out where they are the defaults. They change no figure of the scenario. */
  readonly questions?: Questions;
};

/** The plans whose limits a person can set, in the order in which the page lists them. */
export const LIMITED_PLANS: readonly LimitedPlan[] = ["pro", "max", "ultra", "team-standard", "team-premium"];
