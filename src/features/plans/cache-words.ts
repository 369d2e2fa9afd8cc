import type { MonthOfWork } from "../../scenario/plan-offers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** Which cache each side of the comparison has, in one line. */
export function cacheWords({ profiles, limitRule }: Scenario, { api, subscription }: MonthOfWork): string {
  const simulated = profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage.caching] : []));
  if (simulated.length === 0)
    return "Sessions by totals are taken as they were measured on both sides: totals do not tell what another cache lifetime would change.";
  if (!simulated.includes("5m"))
    return simulated.includes("1h")
      ? "You have set a 1-hour cache, which a subscription has: both sides are the same tokens."
      : "Without a cache both sides are the same tokens.";
  const scaled = limitRule === "guides" ? "" : " Limits are scaled by that.";
  return `The API side uses 5-minute cache writes and writes the conversation again after breaks, a subscription 1-hour ones: the same work is ${formatUsd(api)} on the API and ${formatUsd(subscription)} under a plan (API-equivalent, not a bill).${scaled}`;
}
