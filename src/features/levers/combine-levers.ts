import { type LeverId, reReadingCost, waterfall } from "../../scenario/levers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { formatUsd } from "../../ui/format-money.ts";
import { type LeverFallView, showLeverFall, zeroIfNoise } from "../../ui/lever-fall.ts";
import { LEVER_NAMES } from "./lever-words.ts";

/** The levers as a waterfall, and what is said beside each. All amounts USD a month, all developers. */
export interface LeversView extends LeverFallView<LeverId> {
  /** Why a lever cannot be pulled here. */
  readonly conflicts: { readonly [id in LeverId]: string | null };
  /** What choosing a model for each request costs against one for each session. */
  readonly reReading: string;
}

/** While no lever is on, the chart shows each by itself. @throws RangeError as `estimate` */
export function combineLevers(scenario: Scenario): LeversView {
  const fall = waterfall(scenario);
  const words = {
    names: LEVER_NAMES,
    valueLabel: "US$ a month, all developers",
    whyNothing: (id: LeverId) => whyNothing(id, scenario),
  };
  return {
    ...showLeverFall(fall, words),
    conflicts: Object.fromEntries(fall.steps.map(({ id, conflict }) => [id, conflict])) as LeversView["conflicts"],
    reReading: reReadingOf(scenario),
  };
}

function whyNothing(id: LeverId, { profiles }: Scenario): string {
  const simulated = profiles.flatMap(({ usage }) => (usage.kind === "simulated" ? [usage] : []));
  const isAsked = id === "caching" || id === "clearing" || id === "subagents";
  if (isAsked && simulated.length === 0) return ": these sessions are stated by totals, which do not tell";
  if (id === "subagents" && simulated.every(({ subagents }) => subagents.count === 0))
    return ": these sessions start no subagents";
  return "";
}

function reReadingOf(scenario: Scenario): string {
  const more = reReadingCost(scenario);
  if (more === null) return "";
  const cost = zeroIfNoise(more);
  if (cost === 0) return "Here both cost the same.";
  const amount = formatUsd(Math.abs(cost));
  return cost > 0
    ? `Each request: ${amount} a month more than each session, because every change of model reads the conversation anew.`
    : `Each request: ${amount} a month less than each session, though every change of model reads the conversation anew.`;
}
