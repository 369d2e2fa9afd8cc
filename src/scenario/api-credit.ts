import type { IsoDay } from "../lib/calendar.ts";
import { requireWithin } from "../lib/range-error.ts";
import { type PlanId, plans } from "../rates/plans.ts";

/** A month of programmatic work where the person has a plan with API credit. USD, unrounded. */
export interface BillLessCredit {
  readonly plan: PlanId;
  readonly name: string;
  /** USD a month, paid by the month. */
  readonly feeUsd: number;
  /** How much of the credit the work uses. */
  readonly creditUsd: number;
  /** The API bill less that: what the work costs someone who has the plan anyway. */
  readonly restUsd: number;
  /** Fee and rest: what it costs someone who takes the plan for it. */
  readonly withFeeUsd: number;
}

/**
 * The API bill of programmatic work less the monthly API credit, for each plan that carries one on that day (Max and Ultra, since
 * 2026-10-07). The credit lapses every month, so what the work does not use is lost. No credit is more than its plan's fee: a plan that is
 * taken for the credit alone never costs less than the API.
 *
 * @param apiUsd the month's API bill of one person's programs
 * @throws RangeError for a bill that is no number ≥ 0
 * @example billsLessCredit(130, "2026-11-20") //=> Max: credit 100, rest 30, with the fee 130; Ultra: credit 130, rest 0, with the fee 200
 */
export function billsLessCredit(apiUsd: number, day: IsoDay): BillLessCredit[] {
  requireWithin("apiUsd", apiUsd, [0, Number.MAX_VALUE]);
  return plans.flatMap(({ id, name, monthlyUsd, apiCredit }) => {
    if (apiCredit === null || monthlyUsd === null || day < apiCredit.from) return [];
    const creditUsd = Math.min(apiUsd, apiCredit.usdPerMonth);
    const restUsd = apiUsd - creditUsd;
    return [{ plan: id, name, feeUsd: monthlyUsd, creditUsd, restUsd, withFeeUsd: monthlyUsd + restUsd }];
  });
}
