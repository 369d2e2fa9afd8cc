import { memoByObject } from "../../lib/memo-by-object.ts";
import type { WorkInParts } from "../../pricing/ruled-work.ts";
import type { PlanId } from "../../rates/plans.ts";
import { type LineInWords, monthInWords, scaled } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { planById } from "../../scenario/plan-offers.ts";
import { isFable, type PlanChoice } from "../../scenario/plan-verdict.ts";

const monthOf = memoByObject(monthInWords);

/**
 * The lines of so many dollars of one developer's month on the API, Fable and other models apart; below zero for work that is taken away.
 * @param parts all of the month, in its two parts
 */
export function workLines(estimate: Estimate, parts: WorkInParts, taken: WorkInParts): readonly LineInWords[] {
  if (estimate.perMonth === 0) return [];
  const ofDeveloper = estimate.perDeveloperMonth / estimate.perMonth;
  return monthOf(estimate).flatMap((line, index) => {
    const [whole, part] = isFable(estimate.lines[index]?.model ?? null) ? [parts.ruled, taken.ruled] : [parts.other, taken.other];
    return whole === 0 || part === 0 ? [] : scaled([line], (ofDeveloper * part) / whole);
  });
}

type FeeOf = Pick<PlanChoice, "id" | "name" | "fee" | "fees">;

/** A plan's fee as a line of a bill; `times` −1 takes it away. Nothing for the API, which has none. */
export function feeLines({ id, name, fee, fees }: FeeOf, times = 1): readonly LineInWords[] {
  if (id === "api") return [];
  const { source, checkedOn } = planById(id);
  const paid = fees.monthly === fee ? "by the month" : "by the year";
  return [
    {
      id: `fee ${id}`,
      item: `${name}, paid ${paid}`,
      quantity: times,
      unit: Math.abs(times) === 1 ? "seat" : "seats",
      rate: fee,
      per: "seat and month",
      amount: fee * times,
      source: { label: source, checkedOn },
    },
  ];
}

/** The fee of a plan that is paid by the month. */
export function feeLinesOf(id: PlanId): readonly LineInWords[] {
  const { name, monthlyUsd, annualUsdPerMonth } = planById(id);
  const fee = monthlyUsd ?? 0;
  return feeLines({ id, name, fee, fees: { monthly: monthlyUsd, annual: annualUsdPerMonth } });
}

/** What a plan's API credit takes off a bill. */
export function creditLines(id: PlanId, creditUsd: number): readonly LineInWords[] {
  const { name, source, checkedOn } = planById(id);
  if (creditUsd === 0) return [];
  const words = { item: `API credit of ${name}`, quantity: 1, unit: "credit", per: "month" };
  return [{ id: `credit ${id}`, ...words, rate: -creditUsd, amount: -creditUsd, source: { label: source, checkedOn } }];
}
