import type { Overflow } from "../../pricing/compare-plans.ts";
import type { PlanFlip } from "../../pricing/plan-flip.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { CheapestChoice, FitVerdict } from "../../scenario/plan-verdict.ts";
import type { LimitRule, Scenario } from "../../scenario/scenario.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";
import { ageInWords } from "./age-words.ts";
import { burstWords } from "./burst-words.ts";
import { cacheWords } from "./cache-words.ts";
import { fableWords } from "./fable-words.ts";
import type { FitWords } from "./fit-view.ts";

const POLICIES: { readonly [policy in Overflow]: string } = {
  "api-rates": "Where the rest is bought at API rates",
  "not-allowed": "Where work stops at the limit",
};

/** The verdict on work that plans serve. */
export function fitWords(scenario: Scenario, estimate: Estimate, verdict: FitVerdict): FitWords {
  const other: Overflow = scenario.overflow === "api-rates" ? "not-allowed" : "api-rates";
  const flips = verdict.flips.flatMap((flip) => flipWords(flip, verdict, scenario));
  return {
    verdict: [scenario.overflow, other].map((policy) => cheapestWords(policy, verdict)),
    reasons: flips.length === 0 ? null : { title: "What it hangs on", items: flips },
    warnings: [fableWords(verdict), burstWords(scenario, estimate)].filter((notice) => notice !== null),
    ranges: verdict.flips.length === 0 ? null : rangeRows(verdict, estimate.perDeveloperMonth),
  };
}

function cheapestWords(policy: Overflow, { cheapest, choices }: FitVerdict): string {
  const { low, high } = cheapest[policy];
  const nameOf = ({ id }: CheapestChoice): string => choiceName(id, choices);
  const when = POLICIES[policy];
  if (low.id !== high.id)
    return `${when}, it hangs on the limits: ${nameOf(high)} (${formatUsd(high.cost)} a month) is cheapest at their high end, ${nameOf(low)} (${formatUsd(low.cost)}) at their low end.`;
  const costs = [...new Set([high, low].map(({ cost }) => formatUsd(cost)))].join(" to ");
  return `${when}, ${nameOf(low)} is cheapest: ${costs} a month.`;
}

/** A choice as it stands inside a sentence. */
function choiceName(id: string, choices: FitVerdict["choices"]): string {
  return id === "api" ? "the API" : (choices.find((choice) => choice.id === id)?.name ?? id);
}

const WHO: { readonly [rule in LimitRule]: string } = {
  community: "estimates say",
  guides: "the public guides' rule says",
  own: "by your figures it covers",
};

/** "Pro if it covers $132 of this work; estimates say $163–411." Nothing for a plan that is not the cheapest whatever it covers. */
function flipWords(flip: PlanFlip, { choices, cheapest }: FitVerdict, { limitRule, overflow }: Scenario): readonly string[] {
  const { offer, atLow, atHigh } = flip;
  const limits = [atLow, atHigh].flatMap((at) => (at === null ? [] : [at.limit]));
  if (limits.length === 0 || limits.every((limit) => limit <= 0)) return [];
  const rule = choices.find(({ id }) => id === offer.id)?.rule ?? null;
  const needed = between(Math.min(...limits), Math.max(...limits));
  const [low, high] = (["low", "high"] as const).map((end) => cheapest[overflow][end].id === offer.id);
  const outcome =
    low && high
      ? "so it does at both ends"
      : low || high
        ? `so it does at the ${high ? "high" : "low"} end of the limits only`
        : "so it does at neither end";
  const says = rule === null ? WHO[limitRule] : "with the rule for Fable it covers";
  return [`${offer.name} if it covers ${needed} of this work; ${says} ${between(offer.low, offer.high)}, ${outcome}.`];
}

function between(low: number | null, high: number | null): string {
  const texts = [low, high].map((usd) => (usd === null ? "all of it" : formatAboutUsd(usd)));
  return [...new Set(texts)].join("–");
}

function rangeRows({ ranges, choices }: FitVerdict, work: number): readonly DataRow[] {
  return ranges.map(({ from, to, atLow, atHigh }) => {
    const isHere = (work > from || from === 0) && (to === null || work <= to);
    const bill =
      to === null ? `over ${formatUsd(from)}` : from === 0 ? `up to ${formatUsd(to)}` : `${formatUsd(from)} to ${formatUsd(to)}`;
    const capital = (name: string): string => (name === "the API" ? "API" : name);
    return {
      id: String(from),
      cells: [
        isHere ? `${bill} (you: ${formatUsd(work)})` : bill,
        capital(choiceName(atLow, choices)),
        capital(choiceName(atHigh, choices)),
      ],
    };
  });
}

/** What has to stand beside the table. */
export function fitNotes(scenario: Scenario, estimate: Estimate, { parts }: FitVerdict): readonly string[] {
  return [
    ...(scenario.limitRule === "community" ? [ageInWords(scenario.priceDate)] : []),
    cacheWords(scenario, estimate.comparison.work),
    ...(parts.ruled > 0
      ? ["The sentence at the top and the chart of API against plans leave the rules for Fable out; this table has them in."]
      : []),
    "Overflow is the work past a plan's limit, at API rates. The next plan is the next dearer one for a person or a team.",
    "Dollar figures of work under a plan are API-equivalent, not a bill.",
    "Team is sold from 5 to 150 seats. Free has no Claude Code.",
  ];
}
