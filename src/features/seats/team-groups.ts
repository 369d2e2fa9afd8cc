import { publishedAverages } from "../../rates/published-averages.ts";
import { quantise, RANGES } from "../../scenario/ranges.ts";
import type { TeamGroup } from "../../scenario/scenario.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** The work of one developer of a group, API-equivalent USD a month, to the cent: as the page shows it. */
export function usdEach({ developers, totalUsd }: TeamGroup): number {
  return quantise(RANGES.monthUsd, totalUsd / developers);
}

/** The same work each, for other many developers. */
export function withDevelopers({ developers, totalUsd }: TeamGroup, count: number): TeamGroup {
  return { developers: count, totalUsd: quantise(RANGES.monthUsd, (totalUsd / developers) * count) };
}

/** Other work each, for the same developers. */
export function withUsdEach({ developers }: TeamGroup, each: number): TeamGroup {
  return { developers, totalUsd: quantise(RANGES.monthUsd, each * developers) };
}

const LIGHT_SHARE = 0.5;
const FEW = 0.1;
const MANY = 0.3;

const { usdPerActiveDay: AVERAGE, p90UsdPerActiveDay: HIGH } = publishedAverages[0] ?? {
  usdPerActiveDay: 13,
  p90UsdPerActiveDay: 30,
};

/** What nine developers of ten stay below, over the average developer: Anthropic's newest figures, $30 over $13 a day. */
export const HEAVY_TIMES: number = HIGH / AVERAGE;
/** Where that comes from, in words. */
export const HEAVY_SOURCE = `Anthropic: nine developers of ten stay below ${formatUsd(HIGH)} an active day, the average is ${formatUsd(AVERAGE)}`;

/**
 * A team to begin with: three light developers of ten at half the work, one heavy at {@link HEAVY_TIMES}, the others at the scenario's own;
 * at least one of each. Whole dollars.
 *
 * @example startingGroups(10, 200) //=> 3 at $100, 6 at $200, 1 at $462 (200 × 30/13 = 461.5)
 */
export function startingGroups(developers: number, usdPerMonth: number): readonly TeamGroup[] {
  const light = Math.max(1, Math.round(developers * MANY));
  const heavy = Math.max(1, Math.round(developers * FEW));
  const typical = Math.max(1, developers - light - heavy);
  const groupOf = (count: number, times: number): TeamGroup =>
    withUsdEach({ developers: count, totalUsd: 0 }, Math.max(1, Math.round(usdPerMonth * times)));
  return [groupOf(light, LIGHT_SHARE), groupOf(typical, 1), groupOf(heavy, HEAVY_TIMES)];
}

/** What each group is called beside the others: by its work, where there are three of different work; else not at all. */
export function rankNames(team: readonly TeamGroup[]): readonly (string | null)[] {
  const amounts = [...new Set(team.map(usdEach))].sort((a, b) => a - b);
  if (team.length !== RANKS.length || amounts.length !== RANKS.length) return team.map(() => null);
  return team.map((group) => RANKS[amounts.indexOf(usdEach(group))] ?? null);
}

const RANKS = ["light", "typical", "heavy"] as const;
