import type { BillLine } from "../../pricing/bill-line.ts";
import { catalog } from "../../rates/catalog.ts";
import type { Estimate, MonthLine } from "../../scenario/estimate.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import type { ShownLine } from "../../ui/bill-lines.tsx";

const ITEMS: Readonly<Record<string, string>> = {
  input: "Input",
  cacheWrite5m: "Cache write, 5 minutes",
  cacheWrite1h: "Cache write, 1 hour",
  cacheRead: "Cache read",
  output: "Output",
  webSearch: "Web searches",
  routerFee: "Router's fee",
};

/** An item of a bill in words. */
export function itemInWords(item: string): string {
  return ITEMS[item] ?? item;
}

/** The lines of the month, ready to be read. */
export function combineBill({ lines, profiles }: Estimate): readonly ShownLine[] {
  const sessions = new Map(profiles.flatMap(({ models }) => models.map(({ session }) => [session.model, session] as const)));
  return lines.map((line, index) => shownLine(line, index, line.model === null ? null : (sessions.get(line.model) ?? null)));
}

function shownLine(line: MonthLine, index: number, session: SessionCost | null): ShownLine {
  const name = session?.name.replace(/^Claude /, "");
  return {
    id: String(index),
    item: name === undefined ? itemInWords(line.item) : `${itemInWords(line.item)}, ${name}`,
    quantity: line.quantity,
    rate: line.rate,
    amount: line.amount,
    ...unitOf(line),
    source: sourceOf(line, session),
  };
}

function unitOf({ item, per }: BillLine): Pick<ShownLine, "unit" | "per"> {
  if (item === "routerFee") return { unit: "requests", per: "request" };
  return per === 1_000 ? { unit: "searches", per: "1,000 searches" } : { unit: "tokens", per: "MTok" };
}

function sourceOf({ item }: MonthLine, session: SessionCost | null): ShownLine["source"] {
  if (item === "routerFee" || session === null || session.ownRates) return "own";
  if (item === "webSearch") return { label: catalog.webSearch.source, checkedOn: catalog.webSearch.checkedOn };
  const { effectiveFrom, source, checkedOn } = session.rates;
  return { label: `in force from ${effectiveFrom}; ${source}`, checkedOn };
}

/** One class of tokens in the month's bill. */
export interface ClassTotal {
  readonly item: string;
  readonly name: string;
  readonly quantity: number;
  /** USD a month, all developers. */
  readonly amount: number;
  /** Of the whole bill, 0–1. */
  readonly share: number;
}

/** The month's bill by class, in the order of the bill. */
export function combineClasses({ lines, perMonth }: Pick<Estimate, "lines" | "perMonth">): readonly ClassTotal[] {
  return Object.entries(ITEMS).flatMap(([item, name]) => {
    const same = lines.filter((line) => line.item === item);
    if (same.length === 0) return [];
    const amount = same.reduce((sum, line) => sum + line.amount, 0);
    return [
      {
        item,
        name,
        quantity: same.reduce((sum, line) => sum + line.quantity, 0),
        amount,
        share: perMonth === 0 ? 0 : amount / perMonth,
      },
    ];
  });
}
