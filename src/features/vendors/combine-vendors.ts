import { utcDay } from "../../lib/calendar.ts";
import {
  cheaperUnderPercent,
  type VendorBill,
  type VendorCard,
  type VendorPeriod,
  type VendorRates,
  vendorBill,
  vendorPeriods,
} from "../../pricing/vendor-cost.ts";
import { vendorCards } from "../../rates/other-vendors/vendor-cards.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { ShownLine } from "../../ui/bill-lines.tsx";
import { formatCount, formatExact, formatPercent, formatTokensShort } from "../../ui/format-count.ts";
import { formatRate, formatUsd } from "../../ui/format-money.ts";
import { type MonthTokens, monthTokens } from "./month-tokens.ts";

/** Another vendor's model beside the month on Claude. */
export interface VendorRow {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Input / cached input / output, US$ per MTok: "$2 / $0.10 / $10". */
  readonly rates: string;
  /** The same for long prompts: "above 272K: $4 / $0.20 / $15". */
  readonly above: string | null;
  /** USD, unrounded, for the stated share of the tokens. */
  readonly usd: number;
  readonly month: string;
  readonly against: string;
  /** Under how many tokens, in percent of Claude's, it is cheaper; null where nothing is used. */
  readonly cheaperUnder: number | null;
  readonly next: string;
  readonly note: string | null;
  readonly source: string;
  readonly checkedOn: string;
  readonly lines: readonly ShownLine[];
}

/** Other vendors' models beside the person's month on Claude. */
export interface VendorsView {
  readonly sentence: string;
  /** What a figure of the table is for: "as many tokens". */
  readonly caption: string;
  readonly rows: readonly VendorRow[];
  /** The same for models that public guides still set beside Claude. */
  readonly older: readonly VendorRow[];
  /** Models without a price on the scenario's price date. */
  readonly unpriced: string | null;
  readonly notes: readonly string[];
}

/** List prices for the same tokens, all developers; cheapest first. null where the month uses no tokens. */
export function combineVendors(scenario: Scenario, estimate: Estimate, tokensPercent: number): VendorsView | null {
  const month = monthTokens(scenario, estimate);
  if (month.usd === 0) return null;
  const day = utcDay(scenario.priceDate);
  const priced = vendorCards.flatMap((card) => {
    const { now, next } = vendorPeriods(card, day);
    return now === null ? [] : [{ status: card.status, row: rowOf({ card, now, next, month, tokensPercent }) }];
  });
  const rowsWith = (status: VendorCard["status"]): readonly VendorRow[] =>
    priced
      .filter((one) => one.status === status)
      .map(({ row }) => row)
      .sort((a, b) => a.usd - b.usd);
  const rows = rowsWith("current");
  const known = new Set(priced.map(({ row }) => row.id));
  const unpriced = vendorCards.filter(({ id }) => !known.has(id)).map(({ name }) => name);
  return {
    sentence: sentenceOf(rows, month, tokensPercent),
    caption: `US$ a month at list price for ${tokensInWords(tokensPercent)}, all developers; on Claude ${formatUsd(month.usd)}`,
    rows,
    older: rowsWith("historical"),
    unpriced: unpriced.length === 0 ? null : `No price on ${day}: ${unpriced.join(", ")}.`,
    notes: notesOf(scenario, month),
  };
}

interface RowTerms {
  readonly card: VendorCard;
  readonly now: VendorPeriod;
  readonly next: VendorPeriod | null;
  readonly month: MonthTokens;
  readonly tokensPercent: number;
}

function rowOf({ card, now, next, month, tokensPercent }: RowTerms): VendorRow {
  const usage = month.splitAt(now.longContext?.thresholdTokens ?? null);
  const bill = vendorBill(now, usage, { tokensPercent });
  return {
    id: card.id,
    name: card.name,
    vendor: card.vendor,
    rates: ratesInWords(now.rates),
    above: aboveInWords(now),
    usd: bill.total,
    month: formatUsd(bill.total),
    against: againstInWords(bill.total, month.usd),
    cheaperUnder: cheaperUnderPercent(month.usd, vendorBill(now, usage, { tokensPercent: 100 }).total),
    next: next === null ? "none known" : `${ratesInWords(next.rates)} from ${next.from}`,
    note: card.note ?? null,
    source: now.source,
    checkedOn: now.checkedOn,
    lines: shownLines(bill, now),
  };
}

function ratesInWords({ input, cachedInput, output }: VendorRates): string {
  return [input, cachedInput, output].map((rate) => (rate === null ? "not known" : formatRate(rate))).join(" / ");
}

function aboveInWords({ longContext }: VendorPeriod): string | null {
  return longContext && `above ${formatTokensShort(longContext.thresholdTokens)}: ${ratesInWords(longContext.rates)}`;
}

function againstInWords(usd: number, claudeUsd: number): string {
  const change = usd / claudeUsd - 1;
  if (Math.abs(change) < 1e-9) return "the same";
  return `${formatPercent(Math.abs(change))} ${change < 0 ? "less" : "more"}`;
}

const ITEMS: Readonly<Record<string, string>> = {
  input: "Input",
  cacheWrite: "Cache writes",
  cachedInput: "Cached input",
  output: "Output",
};

function shownLines({ lines }: VendorBill, { longContext, source, checkedOn, rates }: VendorPeriod): readonly ShownLine[] {
  return lines.map(({ item, quantity, rate, amount }, index) => {
    const isLong = longContext !== null && rates[item as keyof typeof rates] !== rate;
    return {
      id: String(index),
      item: `${ITEMS[item]}${isLong ? `, prompts above ${formatTokensShort(longContext.thresholdTokens)}` : ""}`,
      quantity,
      unit: "tokens",
      rate,
      per: "MTok",
      amount,
      source: { label: source, checkedOn },
    };
  });
}

function tokensInWords(tokensPercent: number): string {
  return tokensPercent === 100 ? "as many tokens" : `${formatExact(tokensPercent)}% of the tokens`;
}

function sentenceOf(rows: readonly VendorRow[], { usd }: MonthTokens, tokensPercent: number): string {
  const [least, most] = [rows[0], rows.at(-1)];
  const own = `Your month's tokens cost ${formatUsd(usd)} on Claude.`;
  if (!least || !most) return `${own} No other vendor's price is known for this day.`;
  const cheaper = rows.filter((row) => row.usd < usd).length;
  const count = `For ${tokensInWords(tokensPercent)}, ${cheaper === 0 ? "none" : formatCount(cheaper)} of ${formatCount(rows.length)} other models ${cheaper === 1 ? "costs" : "cost"} less by list price`;
  return `${own} ${count}: ${least.name} is the cheapest at ${least.month}, cheaper for you if it needs under ${percentUnder(least.cheaperUnder)} of the tokens; ${most.name} is the dearest at ${most.month}, cheaper only under ${percentUnder(most.cheaperUnder)}.`;
}

/** A share to stay under: rounded down, so that under what is shown it is true. @example percentUnder(97.96) //=> "97%" */
export function percentUnder(percent: number | null): string {
  if (percent === null) return "any share";
  const steps = percent >= 10 ? 1 : 100;
  const shown = Math.floor(Number((percent * steps).toPrecision(12))) / steps;
  return shown === 0 ? "0.01%" : `${formatCount(shown)}%`;
}

function notesOf(scenario: Scenario, { besideUsd }: MonthTokens): readonly string[] {
  const { batchPercent, discountPercent, fast, place } = scenario;
  const terms = [
    ...(batchPercent > 0 ? ["batch share"] : []),
    ...(discountPercent > 0 ? ["discount"] : []),
    ...(fast ? ["fast mode"] : []),
    ...(place === "global" ? [] : ["place of serving"]),
  ];
  return [
    "List prices for the same tokens, not quality: a cheaper model may need more tokens, more tries or more of your time, and each vendor counts the tokens of a text in its own way. The share of tokens above stands for all of that.",
    "Cache writes on Claude are plain input where a vendor caches by itself and charges nothing for it, and at its write price where it has one. Cache reads are at the cached rate, or at the input rate where none is known. Claude's own cache lifetimes decide what is read and written.",
    "Where a model is dearer for long prompts, the requests of your sessions that pass its threshold are at its dearer rates; totals without a request count are taken for short prompts.",
    ...(terms.length === 0 ? [] : [`Your month on Claude is with your ${terms.join(", ")}; the others are plain list prices.`]),
    ...(besideUsd === 0
      ? []
      : [`Web searches and a router's fee, ${formatUsd(besideUsd)} of your bill, are left out on both sides.`]),
  ];
}
