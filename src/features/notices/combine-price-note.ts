import { catalogDate } from "../../rates/catalog.ts";
import { shortName } from "../../scenario/bill-in-words.ts";
import { conflicts } from "../../scenario/conflicts.ts";
import { type Estimate, estimate } from "../../scenario/estimate.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { waterfallAmounts } from "../../ui/format-changes.ts";
import { formatPercent } from "../../ui/format-count.ts";

/**
 * What a scenario at the prices of an earlier day costs, and what it would cost today: null at today's prices. "Today" is the day of the
 * price list.
 */
export function combinePriceNote(scenario: Scenario, now: Estimate): string | null {
  const { priceDate } = scenario;
  if (priceDate === catalogDate) return null;
  const today = withTodaysPrices(scenario);
  const [broken] = conflicts(today);
  if (broken) return `Prices as of ${priceDate}. With today's prices (${catalogDate}) it cannot be worked out: ${broken.reason}.`;
  const then = estimate(today).perMonth;
  const { bills, changes } = waterfallAmounts([now.perMonth, then]);
  const [before = "", after = ""] = bills;
  const [change = ""] = changes;
  const difference = change === "$0" ? "the same" : `${after} (${change}${percentOf(now.perMonth, then)})`;
  return `Prices as of ${priceDate}: ${before} a month. With today's prices (${catalogDate}) it would be ${difference}.`;
}

/** Which models of the scenario are no longer served: they are priced at the last rates they had. Null where all are. */
export function combineRetired({ profiles }: Pick<Estimate, "profiles">): string | null {
  const retired = profiles.flatMap(({ models }) =>
    models.flatMap(({ session, share }) => (session.rates.retired && share > 0 ? [shortName(session.name)] : [])),
  );
  const names = [...new Set(retired)];
  if (names.length === 0) return null;
  return `${names.join(", ")}: no longer served, so ${names.length === 1 ? "it is" : "they are"} priced at the last rates.`;
}

/** The same scenario at the prices of the price list's day. */
export function withTodaysPrices(scenario: Scenario): Scenario {
  return { ...scenario, priceDate: catalogDate };
}

function percentOf(before: number, after: number): string {
  if (before === 0) return "";
  const share = (after - before) / before;
  return `, ${share > 0 ? "+" : share > -0.005 ? "−" : ""}${formatPercent(share > -0.005 ? Math.abs(share) : share)}`;
}
