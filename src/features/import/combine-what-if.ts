import { modelName } from "../../scenario/model-options.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { waterfallAmounts } from "../../ui/format-changes.ts";
import { formatCount, formatPercent, formatTokensShort } from "../../ui/format-count.ts";
import { roundTogether } from "../../ui/format-money.ts";
import type { LogChange, Repriced } from "../../usage-import/what-if.ts";

/** A repriced log in a sentence, as terms that add up, by model, and what could not be changed. */
export interface WhatIfView {
  readonly sentence: string;
  readonly terms: { readonly rows: readonly DataRow[]; readonly total: DataRow["cells"] };
  readonly models: {
    readonly columns: readonly DataColumn[];
    readonly rows: readonly DataRow[];
    readonly total: DataRow["cells"];
  };
  /** What is not, or not quite, as asked. */
  readonly unchanged: readonly string[];
}

/** What a change comes to for the measured log; USD over all of it. */
export function combineWhatIf(repriced: Repriced, change: LogChange): WhatIfView {
  const { before, served, writes } = repriced;
  // What is left below zero is what sums of the same amounts in another order differ by.
  const steps = [before, before + served, before + served + writes, repriced.after].map((bill) => Math.max(0, bill));
  const { bills, changes } = waterfallAmounts(steps);
  const [measured = ""] = bills;
  const after = bills.at(-1) ?? "";
  return {
    sentence: `${changeInWords(change)}, the ${measured} of this log would have been ${after}${differenceOf(repriced)}. API-equivalent, not a bill.`,
    terms: {
      rows: [
        { id: "before", cells: ["As measured", measured] },
        { id: "served", cells: ["Model, tokenizer and batch", changes[0]] },
        { id: "writes", cells: ["Price of cache writes", changes[1]] },
        { id: "rewrites", cells: [rewritesLabel(repriced), changes[2]] },
      ],
      total: ["As changed", after],
    },
    models: byModel(repriced),
    unchanged: unchangedOf(repriced),
  };
}

function changeInWords({ model, scope, batch, cacheLifetime }: LogChange): string {
  const share = Number(batch);
  const parts = [
    ...(model === null ? [] : [`on ${modelName(model)}`]),
    ...(share === 0 ? [] : [share === 1 ? "in batch" : `with ${formatPercent(share)} in batch`]),
  ];
  const who = parts.length > 0 && scope === "subagents" ? ["for subagents alone"] : [];
  const cache = cacheLifetime === "as-measured" ? [] : [`with a ${cacheLifetime === "5m" ? "5-minute" : "1-hour"} cache`];
  const words = [...parts, ...who, ...cache].join(", ");
  return words === "" ? "With nothing changed" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

function differenceOf({ before, after }: Repriced): string {
  const share = before === 0 ? 0 : after / before - 1;
  // As little is what sums in another order differ by.
  if (Math.abs(share) < 1e-9) return ": the same";
  return `: ${formatPercent(Math.abs(share))} ${share < 0 ? "less" : "more"}`;
}

function rewritesLabel({ rewritten }: Repriced): string {
  return `Re-writes after pauses of 5–60 minutes (${counted(rewritten, "request")})`;
}

const COLUMNS: readonly DataColumn[] = [
  { id: "model", label: "Model" },
  { id: "requests", label: "Requests", numeric: true },
  { id: "before", label: "Measured", numeric: true },
  { id: "after", label: "Changed", numeric: true },
];

function byModel({ models }: Repriced): WhatIfView["models"] {
  const before = roundTogether(models.map((model) => model.before));
  const after = roundTogether(models.map((model) => model.after));
  const rows = models.map(({ from, to, requests }, index) => ({
    id: `${from} ${to}`,
    cells: [
      from === to ? modelName(from) : `${modelName(from)} → ${modelName(to)}`,
      formatCount(requests),
      before[index],
      after[index],
    ],
  }));
  const sumOf = (of: (model: Repriced["models"][number]) => number): number => models.reduce((sum, model) => sum + of(model), 0);
  const [allBefore, allAfter] = [sumOf((model) => model.before), sumOf((model) => model.after)];
  return {
    columns: COLUMNS,
    rows,
    total: ["All", formatCount(sumOf((model) => model.requests)), roundTogether([allBefore])[0], roundTogether([allAfter])[0]],
  };
}

const UNCHANGED: readonly (readonly [name: keyof Repriced["unchanged"], says: string])[] = [
  ["withoutFast", "in fast mode, which the model does not offer: priced without it"],
  ["withoutGeo", "with US-only inference, which the model does not offer: priced without it"],
  ["withoutBatch", "that cannot run in batch on their model or in fast mode: priced without it"],
  ["beforeFirstDay", "from before the model's first day: priced at its first rates"],
  ["overWindow", "longer than the model's context window: priced all the same"],
  ["withoutRate", "with a kind of token for which the model has no rate: left as measured"],
  ["undated", "without a time, whose pauses nobody knows: their writes alone are priced anew"],
];

function unchangedOf({ unchanged, unpriced }: Repriced): readonly string[] {
  const counts = UNCHANGED.flatMap(([name, says]) =>
    unchanged[name] === 0 ? [] : [`${counted(unchanged[name], "request")} ${says}.`],
  );
  const unknown = unpriced.map(
    ({ model, requests, tokens }) =>
      `${modelName(model)}: no price for ${counted(requests, "request")} with ${formatTokensShort(tokens)} tokens, in neither amount.`,
  );
  return [...counts, ...unknown];
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
