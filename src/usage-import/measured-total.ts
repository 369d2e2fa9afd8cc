import { type FullUsage, NO_USAGE, promptTokens } from "../pricing/usage.ts";
import { MOST_IN_TOTAL, shownModel } from "./counts.ts";
import { type PricedEntry, priceEntry } from "./price-entry.ts";
import { addBands, type CostBand, fitsPlannedSonnet5, type Interval, type Reconciliation, reconcile } from "./reconcile.ts";
import type { UsageEntry, UsageReading } from "./usage-entry.ts";
import type { ImportProblem, MeasuredModel, MeasuredUsage } from "./usage-format.ts";

/** What lies behind one model's figures. */
export interface ModelDetail {
  /** As in `models`. */
  readonly model: string;
  /** The least and the most that `cost` can be within the rounding of the counts, USD; null with `cost`. */
  readonly costBand: Interval | null;
  /** How the stated dollars sit with the tokens; null where none are stated. */
  readonly reconciliation: Reconciliation | null;
}

/** Measured usage with what lies behind it. */
export interface DetailedUsage extends Omit<MeasuredUsage, "format"> {
  /** One entry a model, in the order of `models`. */
  readonly details: readonly ModelDetail[];
}

/** A sum over entries is never closer than this, USD. */
const SUM_SLACK_USD = 1e-6;

const MOST_PROBLEMS = 100;

/** One model's entries, added up. */
interface ModelSum {
  readonly model: string;
  readonly known: boolean;
  readonly line: number;
  readonly usage: FullUsage;
  readonly requests: number | null;
  readonly cost: number | null;
  readonly band: CostBand | null;
  readonly stated: number | null;
  readonly statedSlackUsd: number;
}

/**
 * Adds up what a format has read: one entry a model, the dearest first, each portion priced by itself. A portion that would lift a count
 * above 10^15 is left out and named.
 */
export function measuredTotal({ entries, problems, stated }: UsageReading): DetailedUsage {
  const sums = new Map<string, ModelSum>();
  const found: ImportProblem[] = [...problems];
  const notes = new Map<string, ImportProblem>();
  for (const entry of entries) {
    const priced = priceEntry(entry);
    const sum = addEntry(sums.get(priced.model), { entry, priced });
    if (sum === null)
      found.push({ line: entry.line, reason: `a count of ${shownModel(entry.model)} is beyond belief: left out` });
    else sums.set(priced.model, sum);
    for (const reason of [...unsplitNote(entry), ...priced.notes])
      if (!notes.has(reason)) notes.set(reason, { line: entry.line, reason });
  }
  const rows = [...sums.values()].map(withDetail).sort((a, b) => dearestFirst(a.model, b.model));
  return {
    models: rows.map((row) => row.model),
    cost: rows.reduce((total, row) => total + (row.model.cost ?? 0), 0),
    stated,
    problems: firstProblems([...found, ...notes.values(), ...rows.flatMap((row) => row.problems)]),
    details: rows.map((row) => row.detail),
  };
}

/** The first hundred problems in order of line. */
function firstProblems(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  return [...problems].sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS);
}

function unsplitNote({ unsplitWrites, usage }: UsageEntry): readonly string[] {
  return unsplitWrites && usage.cacheWrite5m > 0
    ? ["this text does not say how long cache writes lived: they are priced as 5-minute writes; 1-hour writes cost more"]
    : [];
}

function addEntry(
  sum: ModelSum | undefined,
  { entry, priced }: { readonly entry: UsageEntry; readonly priced: PricedEntry },
): ModelSum | null {
  const usage = addUsage(sum?.usage ?? NO_USAGE, entry.usage);
  if (usage === null) return null;
  const { model, known, cost, band } = priced;
  const own = {
    cost,
    band,
    stated: entry.stated,
    requests: entry.requests,
    statedSlackUsd: entry.statedSlackUsd ?? SUM_SLACK_USD,
  };
  if (!sum) return { model, known, line: entry.line, usage, ...own };
  return {
    ...sum,
    usage,
    requests: bothOrNull(sum.requests, own.requests, (a, b) => a + b),
    cost: bothOrNull(sum.cost, own.cost, (a, b) => a + b),
    band: bothOrNull(sum.band, own.band, addBands),
    stated: bothOrNull(sum.stated, own.stated, (a, b) => a + b),
    statedSlackUsd: sum.statedSlackUsd + own.statedSlackUsd,
  };
}

// A sum of which a part is missing would pass for the whole.
function bothOrNull<Value>(a: Value | null, b: Value | null, add: (a: Value, b: Value) => Value): Value | null {
  return a === null || b === null ? null : add(a, b);
}

function addUsage(a: FullUsage, b: FullUsage): FullUsage | null {
  const sum = Object.fromEntries(
    (Object.keys(NO_USAGE) as (keyof FullUsage)[]).map((name) => [name, a[name] + b[name]]),
  ) as FullUsage;
  return Object.values(sum).some((count) => count > MOST_IN_TOTAL) || promptTokens(sum) > MOST_IN_TOTAL ? null : sum;
}

function withDetail(sum: ModelSum): { model: MeasuredModel; detail: ModelDetail; problems: ImportProblem[] } {
  const { model, known, usage, requests, cost, stated, band, statedSlackUsd, line } = sum;
  const reconciliation = stated === null || cost === null ? null : reconcile(stated, { band, statedSlackUsd });
  const reason = reconciliation && misfit(sum, reconciliation);
  return {
    model: { model, known, usage, requests, cost, stated },
    detail: {
      model,
      costBand: band?.at5m ?? null,
      reconciliation: stated === null ? null : (reconciliation ?? reconcile(stated, { band: null, statedSlackUsd })),
    },
    problems: reason ? [{ line, reason }] : [],
  };
}

function misfit({ model, band, statedSlackUsd }: ModelSum, { statedUsd, verdict }: Reconciliation): string | null {
  const name = shownModel(model);
  if (verdict === "fits" || verdict === "unpriced") return null;
  if (model === "claude-sonnet-5" && band && fitsPlannedSonnet5(statedUsd, { band, statedSlackUsd }))
    return `the dollars stated for ${name} fit $3/$15, at which Claude Code valued it before 2026-08-10: it is priced at $2/$10 here`;
  return verdict === "needs-1h"
    ? `the dollars stated for ${name} fit only if some of its cache writes lived an hour: its cost here, at 5-minute writes, is too low`
    : `the dollars stated for ${name} do not fit its tokens at list price: long prompts, fast mode, a place or another price list may be why`;
}

function dearestFirst(a: MeasuredModel, b: MeasuredModel): number {
  const byCost = (b.cost ?? -1) - (a.cost ?? -1);
  if (byCost !== 0) return byCost;
  const byTokens = promptTokens(b.usage) + b.usage.output - promptTokens(a.usage) - a.usage.output;
  return byTokens !== 0 ? byTokens : a.model < b.model ? -1 : 1;
}
