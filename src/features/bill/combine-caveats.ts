import { shortName } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { billedShares } from "../../scenario/failed-requests.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import { formatCount, formatExact } from "../../ui/format-count.ts";

const CAVEATS: readonly {
  readonly holds: (session: SessionCost) => boolean;
  readonly says: (sessions: readonly SessionCost[]) => string;
}[] = [
  { holds: ({ ownRates }) => ownRates, says: (sessions) => `Your own rates, not the list price: ${names(sessions)}.` },
  { holds: ({ rates }) => rates.retired, says: (sessions) => `Retired, priced at the last rates: ${names(sessions)}.` },
  {
    holds: ({ lowerBound }) => lowerBound,
    says: (sessions) =>
      `A lower bound: ${names(sessions)} charges long prompts more, and totals do not tell how long each was. State the requests to settle it.`,
  },
  {
    holds: ({ tokenScale }) => tokenScale !== 1,
    says: (sessions) =>
      `The same text in another model's tokens: ${sessions.map(({ name, tokenScale }) => `${shortName(name)} × ${formatCount(tokenScale)}`).join(", ")}.`,
  },
  {
    holds: ({ firstOverWindow }) => firstOverWindow !== null,
    says: (sessions) =>
      `Longer than the model's context window: ${sessions.map(({ name, firstOverWindow }) => `${shortName(name)} from request ${(firstOverWindow ?? 0) + 1}`).join(", ")}. Compaction or shorter sessions would keep within it.`,
  },
];

/** What a reader should know of the figures, in sentences; none where there is nothing to know. */
export function combineCaveats(
  { profiles }: Pick<Estimate, "profiles">,
  terms: Pick<Scenario, "failed" | "priceDate">,
): readonly string[] {
  const sessions = [
    ...new Map(
      profiles.flatMap(({ models }) =>
        models.filter(({ share }) => share > 0).map(({ session }) => [session.model, session] as const),
      ),
    ).values(),
  ];
  const ofSessions = CAVEATS.flatMap(({ holds, says }) => {
    const touched = sessions.filter(holds);
    return touched.length === 0 ? [] : [says(touched)];
  });
  return [...ofSessions, ...failedCaveat(terms)];
}

function failedCaveat({ failed, priceDate }: Pick<Scenario, "failed" | "priceDate">): readonly string[] {
  const { erroredPercent, retriedPercent, refusedPercent } = failed;
  const { sent, answered } = billedShares({ failed, priceDate });
  const fates = [
    erroredPercent > 0 ? `${counted(erroredPercent, "ends", "end")} in an error (not billed)` : "",
    retriedPercent > 0 ? `${counted(retriedPercent, "is", "are")} sent again (billed twice)` : "",
    refusedPercent > 0
      ? `${counted(refusedPercent, "is", "are")} refused without output (${sent === answered ? "not billed" : "billed for the prompt before 2026-06-02"})`
      : "",
  ].filter(Boolean);
  if (fates.length === 0) return [];
  const billed =
    sent === answered
      ? `${inPercent(answered)} of the plan is billed`
      : `${inPercent(sent)} of the planned prompts and ${inPercent(answered)} of the output are billed`;
  return [`Of every 100 requests planned, ${joined(fates)}: ${billed}.`];
}

function counted(percent: number, one: string, many: string): string {
  return `${formatExact(percent)} ${percent === 1 ? one : many}`;
}

// Tenths as they are: rounded to whole percent, 100.4 would say that nothing changed.
function inPercent(share: number): string {
  return `${formatExact(Math.round(share * 1_000) / 10)}\u00a0%`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function names(sessions: readonly SessionCost[]): string {
  return sessions.map(({ name }) => shortName(name)).join(", ");
}
