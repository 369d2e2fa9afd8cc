import { billingMode } from "../../scenario/billing-mode.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { isServedByPlans } from "../../scenario/work-kind.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { waterfallAmounts } from "../../ui/format-changes.ts";

/** Both ways of billing in a sentence and as rows that add up; or why they cannot be compared. */
export type BillingModeView =
  | { readonly why: string }
  | {
      readonly sentence: string;
      readonly rows: readonly DataRow[];
      /** The last row: the bill on an API key. */
      readonly total: DataRow["cells"];
      readonly notes: readonly string[];
    };

/** USD a month, all developers. */
export function combineBillingMode(scenario: Scenario): BillingModeView {
  const mode = billingMode(scenario);
  if (mode === null) return { why: whyNot(scenario) };
  const { bills, changes } = waterfallAmounts([mode.oneHour, mode.oneHour + mode.cheaperWrites, mode.fiveMinutes]);
  const [oneHour = "", , fiveMinutes = ""] = bills;
  const [writes = "", rewrites = ""] = changes;
  return {
    sentence: `On a subscription this work is worth ${oneHour} a month at API rates; on an API key it costs ${fiveMinutes}: ${inWords(writes, rewrites)}.`,
    rows: [
      { id: "oneHour", cells: ["On a subscription, 1-hour cache (API-equivalent, not a bill)", oneHour] },
      { id: "writes", cells: ["Cheaper cache writes", writes] },
      { id: "rewrites", cells: ["Re-writes after breaks of 5–60 minutes", rewrites] },
    ],
    total: ["On an API key, 5-minute cache", fiveMinutes],
    notes: notesOf(scenario),
  };
}

function inWords(writes: string, rewrites: string): string {
  const first = writes === NONE ? "writes cost the same" : `cheaper writes ${writes}`;
  return rewrites === NONE ? `${first}, no re-writes after breaks` : `${first}, re-writes after breaks ${rewrites}`;
}

/** How `waterfallAmounts` writes that nothing changes. */
const NONE = "$0";

function whyNot({ profiles }: Scenario): string {
  return profiles.every(({ usage }) => usage.kind === "totals")
    ? "These sessions are stated by totals, which do not tell their breaks: what another cache lifetime would change cannot be worked out."
    : "No simulated session here uses the prompt cache, so its lifetime changes nothing.";
}

function notesOf({ profiles, work }: Scenario): readonly string[] {
  return [
    "A subscription within its limits caches the conversation for 1 hour, an API key for 5 minutes. Subagents have 5 minutes on both.",
    ...(profiles.some(({ usage }) => usage.kind === "totals")
      ? ["Sessions by totals are in both figures as they were measured: totals do not tell their breaks."]
      : []),
    ...(profiles.some(({ usage }) => usage.kind === "simulated" && usage.caching === "off")
      ? ["Sessions without a cache cost the same both ways."]
      : []),
    ...(!isServedByPlans(work)
      ? ["Plans cover people at Claude Code, not programs: a subscription is no choice for this work."]
      : []),
  ];
}
