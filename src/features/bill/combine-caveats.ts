import { shortName } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import { formatCount } from "../../ui/format-count.ts";

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
export function combineCaveats({ profiles }: Pick<Estimate, "profiles">): readonly string[] {
  const sessions = [
    ...new Map(
      profiles.flatMap(({ models }) =>
        models.filter(({ share }) => share > 0).map(({ session }) => [session.model, session] as const),
      ),
    ).values(),
  ];
  return CAVEATS.flatMap(({ holds, says }) => {
    const touched = sessions.filter(holds);
    return touched.length === 0 ? [] : [says(touched)];
  });
}

function names(sessions: readonly SessionCost[]): string {
  return sessions.map(({ name }) => shortName(name)).join(", ");
}
