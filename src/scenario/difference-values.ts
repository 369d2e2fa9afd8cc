import { modelName } from "./model-options.ts";
import { presetOf } from "./presets.ts";
import type {
  Budget,
  Currency,
  FailedRequests,
  Levers,
  LimitRange,
  LimitRule,
  MixShare,
  ModelSwitch,
  OneRead,
  OwnModel,
  Place,
  Scenario,
  SimulatedUsage,
  Subagents,
  TeamGroup,
  TotalsUsage,
} from "./scenario.ts";
import { workKindById } from "./work-kinds.ts";

/** A field in words: what it is called, and how a value of it reads behind that name. */
export interface Named<Value> {
  readonly name: string;
  readonly say: (value: Value) => string;
}

/** One {@link Named} for each field of some object: a new field does not compile until it has words. */
export type FieldWords<Fields> = { readonly [field in keyof Fields]-?: Named<Fields[field]> };

const counted = (name: string): Named<number> => ({ name, say: figure });
const tokens = (name: string): Named<number> => ({ name, say: (value) => `${figure(value)} tokens` });
const percent = (name: string): Named<number> => ({ name, say: percentText });
const choice = <Value extends string>(name: string, words: Readonly<Record<Value, string>>): Named<Value> => ({
  name,
  say: (value) => words[value],
});

/** The fields of a whole scenario that hold one value each, in the order in which differences are told. */
export const SCENARIO_WORDS: FieldWords<
  Omit<Scenario, "profiles" | "ownModels" | "ownLimits" | "levers" | "budget" | "failed" | "questions">
> = {
  developers: counted("developers"),
  workingDays: counted("working days"),
  priceDate: { name: "price date", say: (day) => day },
  tokensOf: { name: "model of the token counts", say: modelName },
  tokenizerFactor: counted("tokenizer factor"),
  batchPercent: percent("batch share"),
  fast: { name: "fast mode", say: switched },
  place: choice<Place>("place", { global: "anywhere", us: "US only", regional: "regional cloud" }),
  discountPercent: percent("contract discount"),
  routerFee: { name: "router's fee a request", say: dollars },
  work: { name: "kind of work", say: (work) => inSentence(workKindById(work).name) },
  planBilling: choice("plans paid", { monthly: "by the month", annual: "by the year" }),
  limitRule: choice<LimitRule>("plans' limits", { guides: "by the guides' rule", community: "as users measured", own: "own" }),
  overflow: choice("past a limit", { "api-rates": "the rest at API rates", "not-allowed": "stop" }),
  dayBasis: choice("daily figure over", { working: "working days", calendar: "30 calendar days" }),
  oneRead: {
    name: "one long read",
    say: ({ tokens: read, request }: OneRead) => `${figure(read)} tokens before request ${figure(request)}`,
  },
  reReadTokens: tokens("read again on starting over"),
  team: { name: "team in groups", say: groupsText },
  costSpread: counted("dearest session of ten over the middle one"),
  currency: {
    name: "currency",
    say: ({ code, perUsd }: Currency) => (code === "USD" ? "US dollars" : `${code} at ${figure(perUsd)}`),
  },
  preset: { name: "begun from", say: (preset) => presetOf({ preset }).name },
};

/** The fields of a budget. */
export const BUDGET_WORDS: FieldWords<Budget> = {
  monthlyUsd: { name: "budget a month", say: cappedAt },
  dailyUsd: { name: "limit a day", say: cappedAt },
  taxPercent: percent("tax"),
  startingCredit: { name: "starting credit", say: switched },
};

/** The requests that do not go as planned. */
export const FAILED_WORDS: FieldWords<FailedRequests> = {
  erroredPercent: percent("requests that error"),
  retriedPercent: percent("requests sent again"),
  refusedPercent: percent("requests refused without output"),
};

/** How long the cache lives. */
const LIFETIMES = { off: "off", "5m": "5 minutes", "1h": "1 hour" } as const;

/** The fields of a simulated session but its subagents; what compaction has to hold stands before its limit. */
export const SIMULATED_WORDS: FieldWords<Omit<SimulatedUsage, "kind" | "subagents">> = {
  requests: counted("requests a session"),
  caching: choice("cache lifetime", LIFETIMES),
  warmPromptTokens: tokens("base prompt cached already"),
  basePromptTokens: tokens("base prompt"),
  inputGrowthPerRequest: tokens("context growth a request"),
  summaryTokens: tokens("summary after compaction"),
  compactAtTokens: { name: "compaction", say: (limit) => (limit === null ? "none" : `at ${figure(limit)} tokens`) },
  outputPerRequest: tokens("output a request"),
  outputKeptShare: { name: "output kept in the context", say: (share) => percentText(share * 100) },
  pauseMinutes: counted("breaks of 5–60 minutes"),
  pauseHours: counted("breaks of more than an hour"),
  prefixChanges: counted("changes of the cached prefix"),
  clearAfterRequests: { name: "/clear", say: (after) => (after === null ? "never" : `after ${counts(after, "request")}`) },
  routing: choice("choice of model", { session: "for each session", request: "for each request" }),
  modelSwitch: {
    name: "model switch",
    say: (to: ModelSwitch | null) =>
      to === null ? "none" : `to ${modelName(to.model)} before request ${figure(to.beforeRequest)}`,
  },
};

/** The fields of a session's subagents. */
export const SUBAGENT_WORDS: FieldWords<Subagents> = {
  model: { name: "subagents' model", say: (model) => (model === null ? "the session's" : modelName(model)) },
  count: counted("subagents a session"),
  requests: counted("requests of each subagent"),
  basePromptTokens: tokens("subagents' base prompt"),
  inputGrowthPerRequest: tokens("subagents' growth a request"),
  outputPerRequest: tokens("subagents' output a request"),
};

/** The fields of a session by totals. */
export const TOTALS_WORDS: FieldWords<Omit<TotalsUsage, "kind">> = {
  input: tokens("input"),
  cacheWrite5m: tokens("cache write, 5 minutes"),
  cacheWrite1h: tokens("cache write, 1 hour"),
  cacheRead: tokens("cache read"),
  output: tokens("output"),
  webSearches: counted("web searches"),
  requests: { name: "requests behind the totals", say: (requests) => (requests === null ? "not counted" : figure(requests)) },
};

/** The levers, each with its switch and its strength. */
export const LEVER_WORDS: FieldWords<Levers> = {
  routing: lever("routing", ({ easyPercent, mediumPercent, easyModel, mediumModel, hardModel, by, fee }) => [
    `easy ${percentText(easyPercent)} ${modelName(easyModel)}`,
    `medium ${percentText(mediumPercent)} ${modelName(mediumModel)}`,
    `hard on ${modelName(hardModel)}`,
    `by ${by}`,
    `fee ${dollars(fee)}`,
  ]),
  caching: lever("caching", ({ to }) => [LIFETIMES[to]]),
  compaction: lever("compaction", ({ atTokens, removedPercent }) => [
    `at ${figure(atTokens)} tokens`,
    `${percentText(removedPercent)} of totals`,
  ]),
  clearing: lever("/clear", ({ afterRequests }) => [`after ${counts(afterRequests, "request")}`]),
  thinking: lever("thinking", ({ lessPercent }) => [`${percentText(lessPercent)} less output`]),
  batch: lever("batch", ({ percent: share }) => [percentText(share)]),
  subagents: lever("subagents", ({ model }) => [modelName(model)]),
};

/** A lever in words: whether it is on, and how strong it is. */
export function lever<Lever extends { readonly on: boolean }>(
  name: string,
  strength: (lever: Lever) => readonly string[],
): Named<Lever> {
  return { name: `${name} lever`, say: (value) => [switched(value.on), ...strength(value)].join(", ") };
}

/** What a person says that a plan covers. */
export function limitText(range: LimitRange | null): string {
  if (range === null) return "not stated";
  return range.low === range.high ? dollars(range.low) : `${figure(range.low)}–${dollars(range.high)}`;
}

/** An own model's rates, USD a million tokens, in the order of a bill. */
export function ownModelText({ rates, tokenizer }: OwnModel): string {
  const { input, cacheWrite5m, cacheWrite1h, cacheRead, output } = rates;
  const listed = [input, cacheWrite5m, cacheWrite1h, cacheRead, output].map(figure).join(" / ");
  return `${listed} USD per MTok, ${tokenizer === "from-4.7" ? "newer" : "older"} tokens`;
}

/** @example mixText([{ model: "claude-opus-5-5", percent: 100, … }]) //=> "Opus 5.5 100 %" */
export function mixText(mix: readonly MixShare[]): string {
  return mix
    .filter(({ percent: share }) => share > 0)
    .map(({ model, percent: share }) => `${modelName(model)} ${percentText(share)}`)
    .join(", ");
}

/** A value as it was put in: grouped, nothing rounded away. @example figure(1_600) //=> "1,600" */
export function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** 0–100 as it was put in. @example percentText(30) //=> "30 %" */
export function percentText(value: number): string {
  return `${figure(Number(value.toFixed(1)))} %`;
}

function groupsText(groups: readonly TeamGroup[]): string {
  return groups.length === 0
    ? "none"
    : groups.map((group) => `${figure(group.developers)} at ${dollars(group.totalUsd)}`).join(", ");
}

function cappedAt(usd: number | null): string {
  return usd === null ? "none" : dollars(usd);
}

/** USD as it was put in: an input, not an amount that was worked out. @example dollars(2.5) //=> "2.5 USD" */
export function dollars(value: number): string {
  return `${figure(value)} USD`;
}

function counts(value: number, noun: string): string {
  return `${figure(value)} ${value === 1 ? noun : `${noun}s`}`;
}

/** @example switched(true) //=> "on" */
export function switched(on: boolean): string {
  return on ? "on" : "off";
}

// "An app that calls Claude" keeps its own capital further in.
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
