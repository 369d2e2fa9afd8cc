import { ASSUMED_FIELDS } from "../features/session/assumed-fields.ts";
import { OPEN_FIELDS, TOTALS_FIELDS } from "../features/session/session-fields.ts";
import type { EmbedLock } from "../scenario/embed-snippet.ts";
import { modelName } from "../scenario/model-options.ts";
import { limitRange, planById } from "../scenario/plan-offers.ts";
import { presetOf } from "../scenario/presets.ts";
import { LIMITED_PLANS, type Profile, type Scenario } from "../scenario/scenario.ts";
import { workKindById } from "../scenario/work-kinds.ts";
import { formatCount, formatExact, formatTokensShort } from "../ui/format-count.ts";
import { formatUsd } from "../ui/format-money.ts";

/** An input as text: its name, and its value with its unit. */
export interface InputRow {
  readonly label: string;
  readonly value: string;
}

/** A group of inputs that can be shown as text. The levers have their own panel, which says what is set. */
export type InputGroup = Exclude<EmbedLock, "levers">;

/** A group's inputs as text; where there are several kinds of session, each row of theirs says whose it is. */
export function inputRows(scenario: Scenario, group: InputGroup): readonly InputRow[] {
  const rows = PROFILE_ROWS[group];
  return rows === undefined ? SCENARIO_ROWS[group as keyof typeof SCENARIO_ROWS](scenario) : scenario.profiles.flatMap(named);

  function named(profile: Profile): readonly InputRow[] {
    const own = rows?.(profile) ?? [];
    return scenario.profiles.length === 1 ? own : own.map(({ label, value }) => ({ label: `${profile.name}: ${label}`, value }));
  }
}

const PROFILE_ROWS: { readonly [group in InputGroup]?: (profile: Profile) => readonly InputRow[] } = {
  session: ({ sessionsPerDay, usage }) => [
    { label: "Sessions a working day", value: `${formatCount(sessionsPerDay)} a developer` },
    ...(usage.kind === "simulated" ? fieldRows(OPEN_FIELDS, usage) : fieldRows(TOTALS_FIELDS, usage)),
  ],
  models: ({ mix }) => [
    {
      label: "Models",
      value: mix.length === 1 ? modelName(mix[0]?.model ?? "") : mix.map(shareInWords).join(", "),
    },
  ],
  assumptions: ({ usage }) => (usage.kind === "totals" ? [] : assumedRows(usage)),
};

const shareInWords = ({ model, percent }: Profile["mix"][number]): string => `${formatCount(percent)} % ${modelName(model)}`;

function fieldRows<Name extends string>(
  fields: readonly { readonly name: Name; readonly label: string; readonly unit: string }[],
  usage: { readonly [name in NoInfer<Name>]: number },
): readonly InputRow[] {
  return fields.map(({ name, label, unit }) => ({ label, value: `${formatExact(usage[name])} ${unit}` }));
}

const CACHES = { "5m": "5 minutes", "1h": "1 hour", off: "off" } as const;

function assumedRows(usage: Extract<Profile["usage"], { readonly kind: "simulated" }>): readonly InputRow[] {
  const { caching, compactAtTokens, clearAfterRequests, subagents, modelSwitch, routing } = usage;
  return [
    { label: "Cache lifetime", value: CACHES[caching] },
    ...fieldRows(ASSUMED_FIELDS, usage),
    { label: "Compaction", value: compactAtTokens === null ? "none" : `at ${formatTokensShort(compactAtTokens)} tokens` },
    { label: "/clear", value: clearAfterRequests === null ? "never" : `after ${formatCount(clearAfterRequests)} requests` },
    { label: "Subagents", value: subagentsInWords(subagents) },
    {
      label: "Change of model",
      value:
        modelSwitch === null
          ? "none"
          : `to ${modelName(modelSwitch.model)} from request ${formatCount(modelSwitch.beforeRequest)}`,
    },
    ...(routing === "request" ? [{ label: "The mix is of", value: "the requests of every session" }] : []),
  ];
}

function subagentsInWords({ count, model, requests }: Extract<Profile["usage"], { kind: "simulated" }>["subagents"]): string {
  if (count === 0) return "none";
  const by = model === null ? "" : ` on ${modelName(model)}`;
  return `${formatCount(count)} a session${by}, ${formatCount(requests)} requests each`;
}

const PLACES: { readonly [place in Scenario["place"]]: string } = {
  global: "anywhere",
  us: "US only",
  regional: "regional cloud",
};
const RULES: { readonly [rule in Scenario["limitRule"]]: string } = {
  community: "as measured by users",
  guides: "by the public guides' rule",
  own: "your own figures",
};

const SCENARIO_ROWS: { readonly [group in Exclude<InputGroup, "session" | "models" | "assumptions">]: RowsOf } = {
  preset: (scenario) => [{ label: "Started from", value: presetOf(scenario).name }],
  work: ({ workingDays, developers }) => [
    { label: "Working days a month", value: `${formatExact(workingDays)} days` },
    { label: "Developers", value: `${formatExact(developers)} ${developers === 1 ? "person" : "people"}` },
  ],
  terms: (scenario) => [
    { label: "Kind of work", value: workKindById(scenario.work).name },
    { label: "Where it runs", value: PLACES[scenario.place] },
    { label: "Fast mode", value: scenario.fast ? "on" : "off" },
    { label: "Share run in batch", value: `${formatExact(scenario.batchPercent)} %` },
    { label: "A router's fee", value: `${formatUsd(scenario.routerFee)} a request` },
    { label: "Contract discount", value: `${formatExact(scenario.discountPercent)} %` },
    ...failedRows(scenario.failed),
    ...scenario.ownModels.map(({ id, rates: { input, output } }) => ({
      label: `Own rates of ${modelName(id)}`,
      value: `${formatUsd(input)} input, ${formatUsd(output)} output per MTok`,
    })),
    { label: "The token counts are those of", value: modelName(scenario.tokensOf) },
    { label: "A daily figure is spread over", value: scenario.dayBasis === "working" ? "working days" : "30 calendar days" },
  ],
  limits: (scenario) => [
    { label: "What a plan covers", value: RULES[scenario.limitRule] },
    ...(scenario.limitRule === "own" ? LIMITED_PLANS.map((plan) => ownLimitRow(scenario, plan)) : []),
    { label: "Past the limit", value: scenario.overflow === "api-rates" ? "the rest at API rates" : "stop" },
    { label: "Plans are paid", value: scenario.planBilling === "monthly" ? "by the month" : "by the year" },
  ],
};

function failedRows({ erroredPercent, retriedPercent, refusedPercent }: Scenario["failed"]): readonly InputRow[] {
  if (erroredPercent + retriedPercent + refusedPercent === 0) return [];
  const value = `${formatExact(erroredPercent)} end in an error, ${formatExact(retriedPercent)} are sent again, ${formatExact(refusedPercent)} are refused`;
  return [{ label: "Of every 100 requests", value }];
}

type RowsOf = (scenario: Scenario) => readonly InputRow[];

function ownLimitRow(scenario: Scenario, plan: (typeof LIMITED_PLANS)[number]): InputRow {
  const range = limitRange(plan, scenario);
  const known = range !== null && range.low !== null && range.high !== null;
  return {
    label: `${planById(plan).name} covers`,
    value: known ? `${formatUsd(range.low ?? 0)} to ${formatUsd(range.high ?? 0)} a month` : "not stated",
  };
}
