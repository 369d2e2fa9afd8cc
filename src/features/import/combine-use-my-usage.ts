import { promptTokens, type TokenClass } from "../../pricing/usage.ts";
import { findModel } from "../../rates/resolve-model.ts";
import { DEFAULT_SCENARIO } from "../../scenario/defaults.ts";
import { type Estimate, estimate } from "../../scenario/estimate.ts";
import { modelName } from "../../scenario/model-options.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { isReport, scenarioFromPaste } from "../../state/scenario-from-paste.ts";
import { scenarioFromUsage } from "../../state/scenario-from-usage.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatPercent } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { LogProfile } from "../../usage-import/log-profile.ts";
import type { Estimated } from "../../usage-import/log-profile-shape.ts";
import type { MeasuredUsage } from "../../usage-import/usage-format.ts";

/** What using the measured usage comes to, before it is used. */
export interface UseView {
  /** How far the simulated cost is from the measured one. */
  readonly sentence: string;
  /** What the reader should know of it. */
  readonly notes: readonly string[];
  /** What is taken over, how much of it, and what it stands on. */
  readonly rows: readonly DataRow[];
}

/** The terms of the scenario under which simulated and measured cost are compared: no discount, fee or surcharge is in either. */
export type ComparedTerms = Pick<Scenario, "priceDate" | "tokenizerFactor">;

/** A log's profile in words, and what the calculator says its sessions cost beside what they did cost. */
export function combineLogUse(profile: LogProfile, terms: ComparedTerms): UseView {
  const figures = estimate(scenarioFromUsage(profile, { ...DEFAULT_SCENARIO, ...terms }).scenario);
  const { measured, requests } = profile;
  // Of a session of the profile's length, not of the log's own sessions, which are of many.
  const perSession = (measured.cost * requests.value) / measured.requests;
  return {
    sentence: comparison(figures.perSession, perSession, "log"),
    notes: logNotes(profile, figures),
    rows: logRows(profile),
  };
}

/** A paste's totals in words, and the same comparison. Null where nothing in it has a price. */
export function combinePasteUse(pasted: MeasuredUsage, terms: ComparedTerms): UseView | null {
  const taken = scenarioFromPaste(pasted, { ...DEFAULT_SCENARIO, ...terms });
  const [profile] = taken?.scenario.profiles ?? [];
  if (!taken || profile?.usage.kind !== "totals") return null;
  const { usage, mix } = profile;
  const shares = mix.map(({ model, percent }) => ({ model, share: percent / 100 }));
  const unknown = pasted.models.filter(({ known }) => !known);
  return {
    sentence: comparison(estimate(taken.scenario).perSession, pasted.cost, "paste"),
    notes: [
      isReport(pasted)
        ? "A report is taken as one month of one developer: sessions a day are set so that the month holds it once."
        : "Everything pasted is taken as one session; sessions a day and working days stay as they are.",
      ...(unknown.length === 0 ? [] : [`Left out, as they have no price: ${unknown.map(({ model }) => model).join(", ")}.`]),
      ...(usage.requests === null
        ? ["The text does not count requests: where a long prompt costs more, this is a lower bound."]
        : []),
    ],
    rows: [
      totalsRow("Input", usage.input),
      totalsRow("Cache write, 5 minutes", usage.cacheWrite5m),
      totalsRow("Cache write, 1 hour", usage.cacheWrite1h),
      totalsRow("Cache read", usage.cacheRead),
      totalsRow("Output", usage.output),
      { id: "mix", cells: ["Models", formatCount(mix.length), `${mixInWords(shares)} by cost`] },
    ],
  };
}

function comparison(simulated: number, measured: number, source: "log" | "paste"): string {
  if (measured === 0) return `Nothing in your ${source} has a price: there is no cost to hold the model's against.`;
  const apart = Math.abs(simulated / measured - 1);
  const words = apart < 0.0005 ? "the same" : `${formatPercent(apart)} apart`;
  return `The model says ${formatUsd(simulated)} a session, your ${source} ${formatUsd(measured)}: ${words}.`;
}

function logNotes(profile: LogProfile, figures: Estimate): readonly string[] {
  const { measured, hitRate, outputKeptShare, sessionsPerDay, activeDaysPerMonth, subagents } = profile;
  const simulatedRate = simulatedHitRate(figures);
  return [
    "A session is one of the length in which your average request stands, subagents included, at list prices: the log's of each request's day, the model's of the day in the calculator.",
    ...(countsDiffer(profile)
      ? ["Models of both tokenizers are in it: the inputs state tokens as the one with most requests counts them."]
      : []),
    ...(hitRate && simulatedRate !== null
      ? [
          `From the cache came ${formatPercent(hitRate.value)} of the prompt tokens of your conversations; of the simulated ones ${formatPercent(simulatedRate)}.`,
        ]
      : []),
    ...(outputKeptShare.basis === "assumed"
      ? [`How much output stays in the context a log does not tell: ${formatPercent(outputKeptShare.value)} is assumed.`]
      : []),
    ...(sessionsPerDay === null ? ["The log has no times: sessions a day stay as they are."] : []),
    ...(activeDaysPerMonth === null ? ["Less than a week shows no rhythm: working days stay as they are."] : []),
    ...(measured.unpricedRequests > 0
      ? [`${formatCount(measured.unpricedRequests)} requests have no price: they are in the session's size and in no cost.`]
      : []),
    ...(subagents?.model === null ? ["The subagents' model is not known: theirs is taken to be the session's."] : []),
  ];
}

function countsDiffer({ mix, subagents }: LogProfile): boolean {
  const models = [...mix.map(({ model }) => model), subagents?.model ?? null];
  return new Set(models.flatMap((model) => (model === null ? [] : (findModel(model)?.tokenizer ?? [])))).size > 1;
}

/** Cache reads ÷ everything sent, of the simulated conversations; null where nothing was sent. */
function simulatedHitRate({ profiles }: Estimate): number | null {
  const sent: Record<TokenClass, number> = { input: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
  for (const { session, share } of profiles[0]?.models ?? []) {
    if (session.role !== "main") continue;
    for (const { item, quantity } of session.lines) if (item in sent) sent[item as TokenClass] += quantity * share;
  }
  const prompt = promptTokens(sent);
  return prompt === 0 ? null : sent.cacheRead / prompt;
}

const LIFETIMES = { off: "none", "5m": "5 minutes", "1h": "1 hour" };

function logRows(profile: LogProfile): readonly DataRow[] {
  const { mix, subagents, caching, oneHourShare } = profile;
  const shares = mix.map(({ model, requests }) => ({ model, share: requests }));
  return [
    row("Sessions a day", profile.sessionsPerDay, "active day"),
    row("Working days a month", profile.activeDaysPerMonth, "day"),
    row("Requests in a session", profile.requests, "session"),
    row("Context growth a request, tokens", profile.inputGrowthPerRequest, "request"),
    row("Output a request, tokens", profile.outputPerRequest, "request"),
    row("Base prompt, tokens", profile.basePromptTokens, "session"),
    row("Base prompt already cached, tokens", profile.warmPromptTokens, "session"),
    row("Breaks of 5–60 minutes a session", profile.pauseMinutes, "break"),
    row("Breaks of more than an hour a session", profile.pauseHours, "break"),
    row("Changes of the cached prefix a session", profile.prefixChanges, "change"),
    row("Compaction at, tokens", profile.compactAtTokens, "compaction"),
    row("Subagents a session", subagents?.count ?? null, "subagent"),
    row("Requests of each subagent", subagents?.requests ?? null, "subagent"),
  ]
    .flat()
    .concat([
      {
        id: "caching",
        cells: [
          "Cache lifetime",
          LIFETIMES[caching],
          oneHourShare === null ? "no cache writes" : `1 hour for ${formatPercent(oneHourShare.value)} of the writes`,
        ],
      },
      { id: "mix", cells: ["Models", formatCount(mix.length), `${mixInWords(shares)} by requests`] },
    ]);
}

const BASES: Readonly<Record<Estimated["basis"], string>> = {
  mean: "mean",
  "request-mean": "mean by requests",
  median: "median",
  ratio: "worked out",
  assumed: "assumed",
};

function row(label: string, estimated: Estimated | null, of: string): readonly DataRow[] {
  if (estimated === null) return [];
  const { value, basis, n } = estimated;
  const from = n === 0 ? `no ${of}` : `${BASES[basis]}, ${formatCount(n)} ${of}${n === 1 ? "" : "s"}`;
  return [{ id: label, cells: [label, formatCount(value), from] }];
}

function totalsRow(label: string, tokens: number): DataRow {
  return { id: label, cells: [`${label}, tokens`, formatCount(tokens), "sum"] };
}

function mixInWords(mix: readonly { readonly model: string; readonly share: number }[]): string {
  return mix.map(({ model, share }) => `${modelName(model)} ${formatPercent(share)}`).join(", ") || "none known";
}
