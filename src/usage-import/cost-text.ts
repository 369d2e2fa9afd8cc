import { type CostBlock, readCostPrints } from "./cost-text-blocks.ts";
import type { PrintedModel } from "./cost-text-entry.ts";
import { looksLikeJson } from "./json-values.ts";
import { type DetailedUsage, measuredTotal } from "./measured-total.ts";
import { UNKNOWN_MODEL, type UsageEntry } from "./usage-entry.ts";
import type { ImportProblem, UsageFormat } from "./usage-format.ts";

/**
 * What prints come to. Counts in them are rounded (940.0k is 939,950 to 940,050) and cache writes are not split, so `details` holds for
 * each model the least and the most that it can have cost, and how the printed dollars sit with that.
 */
export type CostTextUsage = DetailedUsage;

/**
 * Text of `/cost` and `/usage`, and the summary at the end of a session, from 1.0 to 2.1; several in one paste are added up. The same
 * print twice counts once. What cannot be seen: a session's print goes on counting, after `--resume` too, so a later one of the same
 * session repeats an earlier one. Look-alikes of other tools (no colon after the model, no dollars) are not this format.
 */
export const costTextFormat: UsageFormat = { id: "cost-text", detect: isCostText, parse: readCostText };

function isCostText(text: string): boolean {
  if (looksLikeJson(text) || !/input|cost|subscription/i.test(text)) return false;
  const { blocks, subscriptionLine } = readCostPrints(text);
  return blocks.length > 0 || subscriptionLine !== null;
}

/** Reads prints, bands and reconciliation included. Priced at the catalog's day: a print has no date. */
export function readCostText(text: string): CostTextUsage {
  const { blocks: printed, subscriptionLine } = readCostPrints(text);
  const blocks = uniquePrints(printed);
  const counted = new Set(blocks);
  return measuredTotal({
    entries: blocks.flatMap((block) => block.models.map(entryOf)),
    problems: [
      ...printed.filter((block) => !counted.has(block)).map(repeated),
      ...blocks.flatMap(problemsOf),
      ...severalPrints(blocks),
      ...(subscriptionLine === null ? [] : [subscription(subscriptionLine)]),
    ],
    stated: statedOver(blocks),
  });
}

function uniquePrints(prints: readonly CostBlock[]): readonly CostBlock[] {
  const first = new Map<string, CostBlock>();
  for (const print of prints) if (!first.has(print.identity)) first.set(print.identity, print);
  return [...first.values()];
}

function entryOf({ model, line, usage, slack, usd }: PrintedModel & { readonly line: number }): UsageEntry {
  return {
    model: model === "Usage" ? UNKNOWN_MODEL : model,
    line,
    usage,
    slack,
    unsplitWrites: true,
    requests: null,
    stated: usd?.usd ?? null,
    ...(usd ? { statedSlackUsd: usd.slackUsd } : {}),
  };
}

function problemsOf({ line, models, unreadable, total, unknownCosts }: CostBlock): readonly ImportProblem[] {
  const silent = models.length === 0 && unreadable.length === 0 && (total?.usd ?? 0) > 0;
  return [
    ...unreadable.map((at) => ({ line: at, reason: "a model's line with a count that is no whole number: left out" })),
    ...(silent ? [{ line, reason: "this print states dollars without tokens by model: nothing can be recalculated" }] : []),
    ...(unknownCosts
      ? [{ line, reason: "Claude Code calls this total inaccurate itself: it did not know the price of every model" }]
      : []),
  ];
}

function repeated({ line }: CostBlock): ImportProblem {
  return { line, reason: "the same print as an earlier one: counted once" };
}

function severalPrints(blocks: readonly CostBlock[]): readonly ImportProblem[] {
  const second = blocks[1];
  if (!second) return [];
  return [
    {
      line: second.line,
      reason: `${blocks.length} prints are added up: a later print of the same session repeats what an earlier one has counted`,
    },
  ];
}

function subscription(line: number): ImportProblem {
  return {
    line,
    reason: "on a subscription this version of Claude Code shows no numbers: use ccusage --json, or the session logs themselves",
  };
}

function statedOver(blocks: readonly CostBlock[]): number | null {
  const stated = blocks.map(statedIn).filter((usd) => usd !== null);
  return stated.length === 0 ? null : stated.reduce((sum, usd) => sum + usd, 0);
}

function statedIn({ total, models }: CostBlock): number | null {
  if (total) return total.usd;
  const lines = models.map(({ usd }) => usd?.usd ?? null);
  return lines.length === 0 || lines.includes(null) ? null : lines.reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
}
