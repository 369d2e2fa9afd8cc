import { outOfRange, requireWithin } from "../lib/range-error.ts";
import type { ModelCard } from "../pricing/rate-card.ts";
import { promptTokens } from "../pricing/usage.ts";
import { catalogDate } from "../rates/catalog.ts";
import { findModel } from "../rates/resolve-model.ts";
import type { MeasuredLog } from "./measured-log.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { responsesOf } from "./measured-rows.ts";
import type { MeasuredRequest } from "./request-terms.ts";
import { type Resumed, trackConversations } from "./what-if-cache.ts";
import { createOtherPricer, type OtherPrice } from "./what-if-request.ts";

/** What a measured log is asked to have been instead. */
export interface LogChange {
  /** The catalog's id; null = each request keeps its own model. */
  readonly model: string | null;
  /** Which requests change model and go to batch. */
  readonly scope: "all" | "subagents";
  /** How much of the work of `scope` runs in batch: none, all, or a share from 0 to 1. */
  readonly batch: boolean | number;
  /** How long the main conversations' cache lives, whatever the scope: 1h on a subscription, 5m on a key. Subagents' is of 5 minutes anyway. */
  readonly cacheLifetime: "as-measured" | "5m" | "1h";
  /** Tokens of the later tokenizer for one of the earlier, 1–1.35. */
  readonly tokenizerFactor: number;
}

/** The requests of one measured model that go to one model. */
export interface RepricedModel {
  readonly from: string;
  /** The same as `from` where the model stays. */
  readonly to: string;
  readonly requests: number;
  /** USD, unrounded. */
  readonly before: number;
  readonly after: number;
}

/** What had no price before and has none after; only its model is named. */
export interface UnpricedModel {
  readonly model: string;
  readonly requests: number;
  /** Of all classes, output too. */
  readonly tokens: number;
}

/** A measured log with other prices: `before + served + writes + rewrites` is `after`, USD unrounded. */
export interface Repriced {
  /** Cost as measured, without what has no price. */
  readonly before: number;
  readonly after: number;
  /** What model, tokenizer and batch change. */
  readonly served: number;
  /** What the other class of cache writes changes, on the same tokens. */
  readonly writes: number;
  /** What writing conversations again after pauses of 5 to 60 minutes adds, or where they need not be written, saves (below 0). */
  readonly rewrites: number;
  /** Requests that write, or need not write, their conversation again. */
  readonly rewritten: number;
  /** The dearest as measured first. */
  readonly models: readonly RepricedModel[];
  /** Unknown models, and known ones without a rate for what they used; most tokens first. */
  readonly unpriced: readonly UnpricedModel[];
  /** How many requests could not, or not quite, be changed as asked. */
  readonly unchanged: {
    /** Fast mode, US-only inference and batch that the model did not offer: priced without. Fast and batch exclude each other. */
    readonly withoutFast: number;
    readonly withoutGeo: number;
    readonly withoutBatch: number;
    /** Older than the model: priced at its first rates. */
    readonly beforeFirstDay: number;
    /** Longer than the model takes: priced all the same. */
    readonly overWindow: number;
    /** Used a class for which the model has no rate: left as measured. */
    readonly withoutRate: number;
    /** Main requests without a timestamp, whose pauses nobody knows; counted where the cache's lifetime changes. */
    readonly undated: number;
  };
}

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

interface Run {
  readonly change: LogChange;
  readonly card: ModelCard | null;
  readonly batchShare: number;
  readonly price: ReturnType<typeof createOtherPricer>;
  readonly sums: Mutable<Omit<Repriced, "models" | "unpriced" | "unchanged">>;
  readonly unchanged: Mutable<Repriced["unchanged"]>;
  /** By the measured model, then by the new one. */
  readonly rows: Map<string, Map<string, Mutable<RepricedModel>>>;
  readonly unpriced: Map<string, Mutable<UnpricedModel>>;
}

/**
 * Every request of a log priced as if it had been another's: each class at the rates of the new model on the request's own day, at the
 * tier of its own prompt. Where the tokenizer changes, tokens are scaled and rounded class by class. Fast mode and place stay where the
 * model offers them. Tokens are otherwise as measured: what a switch of model made a request read anew stays.
 *
 * With another lifetime of the cache, main conversations write at its class, and their pauses decide: after one of 5 to 60 minutes
 * a 5-minute cache is written whole, and an hour's is read.
 *
 * @throws RangeError for a model that the catalog does not know, a batch share outside 0–1, or a tokenizer factor outside 1–1.35
 */
export function repriceLog(log: MeasuredLog, change: LogChange): Repriced {
  const run = startRun(change);
  const track = trackConversations();
  const changesCache = change.cacheLifetime !== "as-measured";
  for (const response of responsesOf(log.rows)) {
    const followed = changesCache && !response.isSubagent;
    const resumed = followed ? track.before(response) : null;
    for (let index = 0; index < response.requests.length; index++) {
      const request = response.requests[index];
      // Only the first request of a response comes after the pause.
      if (request) repriceRequest(run, request, { response, resumed: index === 0 ? resumed : null });
    }
    if (followed) track.after(response);
  }
  return resultOf(run);
}

function startRun(change: LogChange): Run {
  const batchShare = Number(change.batch);
  requireWithin("tokenizerFactor", change.tokenizerFactor, [1, 1.35]);
  requireWithin("batch", batchShare, [0, 1]);
  const card = change.model === null ? null : findModel(change.model);
  if (change.model !== null && card === null) throw outOfRange("model", change.model, `a model of the catalog of ${catalogDate}`);
  return {
    ...{ change, card, batchShare },
    price: createOtherPricer(),
    sums: { before: 0, after: 0, served: 0, writes: 0, rewrites: 0, rewritten: 0 },
    unchanged: { withoutFast: 0, withoutGeo: 0, withoutBatch: 0, beforeFirstDay: 0, overWindow: 0, withoutRate: 0, undated: 0 },
    rows: new Map(),
    unpriced: new Map(),
  };
}

interface Place {
  readonly response: MeasuredResponse;
  readonly resumed: Resumed | null;
}

function repriceRequest(run: Run, request: MeasuredRequest, { response, resumed }: Place): void {
  const { change, sums } = run;
  const own = findModel(request.model);
  if (request.cost === null || own === null) {
    noteUnpriced(run, request);
    return;
  }
  const isInScope = change.scope === "all" || response.isSubagent;
  const card = (isInScope && run.card) || own;
  const batchShare = isInScope && !request.batch ? run.batchShare : 0;
  const lifetime = change.cacheLifetime === "as-measured" || response.isSubagent ? null : change.cacheLifetime;
  let after = request.cost;
  if (card !== own || batchShare > 0 || lifetime !== null) {
    const day = response.day ?? catalogDate;
    const { tokenizerFactor } = change;
    const other = run.price(request, { day, own, card, batchShare, lifetime, resumed, tokenizerFactor });
    if (lifetime !== null && response.at === null) run.unchanged.undated++;
    after = addTerms(run, other, { before: request.cost, isOtherModel: card !== own });
  }
  sums.before += request.cost;
  sums.after += after;
  addRow(run, { from: own.id, to: card.id, requests: 1, before: request.cost, after });
}

/** Adds the terms of a request and what could not be kept of it; gives its new cost, or the old one where a class has no rate. */
function addTerms(
  { sums, unchanged }: Run,
  { served, writes, rewrites, isRewritten, rates, refusesBatch, isOverWindow }: OtherPrice,
  { before, isOtherModel }: { readonly before: number; readonly isOtherModel: boolean },
): number {
  const after = served + writes + rewrites;
  if (Number.isNaN(after)) {
    unchanged.withoutRate++;
    return before;
  }
  sums.served += served - before;
  sums.writes += writes;
  sums.rewrites += rewrites;
  if (isRewritten) sums.rewritten++;
  if (refusesBatch || (isOtherModel && rates.refused.batch)) unchanged.withoutBatch++;
  if (!isOtherModel) return after;
  if (rates.refused.fast) unchanged.withoutFast++;
  if (rates.refused.geo) unchanged.withoutGeo++;
  if (rates.isBeforeFirstDay) unchanged.beforeFirstDay++;
  if (isOverWindow) unchanged.overWindow++;
  return after;
}

function addRow({ rows }: Run, row: RepricedModel): void {
  const byTarget = rows.get(row.from);
  const known = byTarget?.get(row.to);
  if (known) {
    known.requests++;
    known.before += row.before;
    known.after += row.after;
  } else if (byTarget) byTarget.set(row.to, row);
  else rows.set(row.from, new Map([[row.to, row]]));
}

function noteUnpriced({ unpriced }: Run, { model, usage }: MeasuredRequest): void {
  const known = unpriced.get(model) ?? { model, requests: 0, tokens: 0 };
  known.requests++;
  known.tokens += promptTokens(usage) + usage.output;
  unpriced.set(model, known);
}

function resultOf({ sums, unchanged, rows, unpriced }: Run): Repriced {
  return {
    ...sums,
    models: [...rows.values()].flatMap((byTarget) => [...byTarget.values()]).sort((one, other) => other.before - one.before),
    unpriced: [...unpriced.values()].sort((one, other) => other.tokens - one.tokens),
    unchanged,
  };
}
