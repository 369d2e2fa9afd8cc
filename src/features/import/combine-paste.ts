import type { PastedUsage } from "../../state/usage-store.ts";
import { formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { ModelDetail } from "../../usage-import/measured-total.ts";
import type { Interval, Reconciliation } from "../../usage-import/reconcile.ts";
import type { MeasuredModel } from "../../usage-import/usage-format.ts";
import { counted } from "./combine-import-headline.ts";
import { modelName } from "./import-lines.ts";

/** What a paste comes to. */
export interface PasteView {
  /** "A print of /cost: $1.23 recalculated, $1.25 stated." */
  readonly headline: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** The totals, one for each column. */
  readonly footer: readonly string[];
  /** How stated dollars sit with the tokens, a sentence a model; empty where none are stated. */
  readonly reconciliation: readonly string[];
  /** Models without a price. */
  readonly unpriced: string | null;
}

const FORMATS: Readonly<Record<string, string>> = {
  "cost-text": "A print of /cost or /usage",
  ccusage: "A report of ccusage",
  "api-usage": "Usage of the API",
  "result-envelope": "Results of claude -p",
  "admin-usage": "A report of the Console or Admin API",
  "session-log": "Lines of a session log",
};

/** The table and sentences of a paste. */
export function combinePaste(paste: PastedUsage): PasteView {
  const details = new Map(paste.details.map((detail) => [detail.model, detail]));
  const unknown = paste.models.filter(({ cost }) => cost === null);
  return {
    headline: headlineOf(paste),
    columns: [
      { id: "model", label: "Model" },
      { id: "cost", label: "US$ recalculated", numeric: true },
      { id: "stated", label: "US$ stated", numeric: true },
      { id: "input", label: "Input", numeric: true },
      { id: "writes", label: "Cache writes", numeric: true },
      { id: "reads", label: "Cache reads", numeric: true },
      { id: "output", label: "Output", numeric: true },
    ],
    rows: paste.models.map((model) => ({ id: model.model, cells: cellsOf(model, details.get(model.model) ?? null) })),
    footer: ["Total", totalOf(paste), paste.stated === null ? "–" : formatUsd(paste.stated), "", "", "", ""],
    reconciliation: paste.details.flatMap(({ model, reconciliation }) =>
      reconciliation === null ? [] : [reconciled(modelName(model), reconciliation)],
    ),
    unpriced: unknown.length === 0 ? null : unpricedOf(unknown),
  };
}

function headlineOf(paste: PastedUsage): string {
  const { format, cost, stated, models } = paste;
  const what = FORMATS[format ?? ""] ?? "Usage";
  const said = stated === null ? "no amount stated" : `${formatUsd(stated)} stated`;
  const priced = models.some((model) => model.cost !== null);
  const own = !priced
    ? "nothing in it can be recalculated"
    : `${isWhole(paste) ? "about" : "at least"} ${formatUsd(cost)} recalculated from its tokens`;
  return `${what}: ${own}, ${said}. At list prices, not a bill.`;
}

function cellsOf({ model, usage, cost, stated }: MeasuredModel, detail: ModelDetail | null): readonly string[] {
  return [
    modelName(model),
    cost === null ? "no known price" : (bandOf(detail?.costBand ?? null) ?? formatUsd(cost)),
    stated === null ? "–" : formatUsd(stated),
    formatTokensShort(usage.input),
    formatTokensShort(usage.cacheWrite5m + usage.cacheWrite1h),
    formatTokensShort(usage.cacheRead),
    formatTokensShort(usage.output),
  ];
}

/** A band as text; null where it is none, or too narrow to be seen. */
function bandOf(band: Interval | null): string | null {
  if (band === null) return null;
  const [low, high] = [formatUsd(band[0]), formatUsd(band[1])];
  return low === high ? null : `${low} to ${high}`;
}

function totalOf(paste: PastedUsage): string {
  if (!paste.models.some(({ cost }) => cost !== null)) return "no known price";
  return `${isWhole(paste) ? "" : "≥ "}${spanOf(totalBand(paste))}`;
}

function isWhole({ models }: PastedUsage): boolean {
  return models.every(({ cost }) => cost !== null);
}

/** What the priced models come to together, each at its least and at its most. */
function totalBand({ models, details }: PastedUsage): Interval {
  return models.reduce<Interval>(
    ([low, high], { cost }, index) => {
      const band = details[index]?.costBand ?? [cost ?? 0, cost ?? 0];
      return [low + band[0], high + band[1]];
    },
    [0, 0],
  );
}

function spanOf(band: Interval): string {
  return bandOf(band) ?? formatUsd(band[0]);
}

function reconciled(name: string, { statedUsd, at5m, at1h, hourShare, verdict }: Reconciliation): string {
  const stated = `${name}: ${formatUsd(statedUsd)} stated`;
  if (verdict === "unpriced") return `${stated}; no price is known, so it cannot be checked.`;
  const ours = `its tokens come to ${spanOf(at5m)}`;
  // Where nothing hangs on how long the writes lived, there is nothing to say about it.
  const isExact = at5m[0] === at1h[0] && at5m[1] === at1h[1];
  if (isExact) return `${stated} ${verdict === "fits" ? "reconciles" : "does not reconcile"}: ${ours}.`;
  if (verdict === "does-not-fit")
    return `${stated} does not reconcile: ${ours} with 5-minute cache writes and ${spanOf(at1h)} with 1-hour ones.`;
  const share = hourShare && shareOf(hourShare);
  if (verdict === "fits")
    return `${stated} reconciles: ${ours} with 5-minute cache writes${share ? `; ${share} of the writes lived an hour` : ""}.`;
  return `${stated} reconciles only with 1-hour cache writes: ${ours} with 5-minute ones${share ? `; ${share} of the writes lived an hour` : ""}.`;
}

// From the rounding of the print; so wide that it says nothing, it is left out.
function shareOf({ low, best, high }: NonNullable<Reconciliation["hourShare"]>): string | null {
  if (low <= 0 && high >= 1) return null;
  const [least, most] = [formatPercent(low), formatPercent(high)];
  return least === most ? `about ${formatPercent(best)}` : `about ${formatPercent(best)} (${least} to ${most})`;
}

function unpricedOf(models: readonly MeasuredModel[]): string {
  const names = models.slice(0, 5).map(({ model, usage }) => {
    const tokens = usage.input + usage.cacheWrite5m + usage.cacheWrite1h + usage.cacheRead + usage.output;
    return `${modelName(model)} (${formatTokens(tokens)} tokens)`;
  });
  const more = models.length - names.length;
  return `No price is known for ${[...names, ...(more > 0 ? [counted(more, "more model")] : [])].join(", ")}: not in the total.`;
}
