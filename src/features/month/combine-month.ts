import { shortName } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import type { StackedBarsProps } from "../../ui/charts/stacked-bars-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatPercent } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** The month's bill by profile and model. */
export interface MonthView {
  readonly takeaway: string;
  readonly chart: StackedBarsProps;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

const MARKS = 6;

/** All developers, USD a month. */
export function combineMonth({ profiles, perMonth }: Estimate): MonthView {
  const sessions = profiles.flatMap(({ models }) => models.map(({ session }) => session));
  const models = [...new Map(sessions.map(({ model, name }) => [model, shortName(name)]))];
  const amountOf = (profile: (typeof profiles)[number], id: string): number =>
    profile.models.reduce((sum, { session, perMonth: amount }) => (session.model === id ? sum + amount : sum), 0);
  return {
    takeaway: takeawayOf(profiles, perMonth),
    chart: {
      rows: profiles.map((profile) => ({ label: profile.name, parts: models.map(([id]) => amountOf(profile, id)) })),
      parts: models.map(([, name], index) => ({ name, mark: ((index % MARKS) + 1) as Mark })),
      formatValue: formatUsd,
      valueLabel: "US$ a month, all developers",
    },
    columns: [
      { id: "profile", label: "Kind of session" },
      { id: "model", label: "Model" },
      { id: "share", label: "Of its sessions", numeric: true, fileLabel: "Of its sessions, percent" },
      { id: "month", label: "US$ a month", numeric: true },
    ],
    rows: profiles.flatMap((profile, place) =>
      profile.models.map(({ session, share, perMonth: amount }) => ({
        id: `${place} ${session.model} ${session.role}`,
        cells: [profile.name, partName(session), formatPercent(share), formatUsd(amount)],
        values: [profile.name, partName(session), share * 100, amount],
      })),
    ),
  };
}

function takeawayOf(profiles: Estimate["profiles"], perMonth: number): string {
  if (perMonth === 0) return "Nothing is used, so the month costs nothing.";
  const parts = profiles.flatMap(({ name, models }) =>
    models.map(({ session, perMonth: amount }) => ({ name, model: partName(session), amount })),
  );
  const largest = parts.reduce((most, part) => (part.amount > most.amount ? part : most));
  if (parts.length === 1) return `All of the ${formatUsd(perMonth)} a month is ${largest.name} on ${largest.model}.`;
  return `${largest.name} on ${largest.model} is the largest part: ${formatUsd(largest.amount)} of ${formatUsd(perMonth)} a month, ${formatPercent(largest.amount / perMonth)}.`;
}

function partName({ name, role }: SessionCost): string {
  return role === "subagents" ? `${shortName(name)} (subagents)` : shortName(name);
}
