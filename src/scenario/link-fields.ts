import { catalog } from "../rates/catalog.ts";
import {
  type Codec,
  choiceCodec,
  dayCodec,
  listCodec,
  maybeCodec,
  nameCodec,
  numberCodec,
  type Read,
  recordCodec,
  shown,
  switchCodec,
} from "./codec.ts";
import { COMPARED_NAMES, MOST_COMPARED } from "./comparison.ts";
import { codeOfModel, modelOfCode } from "./model-codes.ts";
import { PRESET_IDS } from "./preset-ids.ts";
import { MOST_IN_MIX, MOST_OWN_MODELS, MOST_PROFILES, MOST_TEAM_GROUPS, RANGES, type RangedField } from "./ranges.ts";
import {
  type Budget,
  type Currency,
  type FailedRequests,
  type Levers,
  LIMITED_PLANS,
  type MixShare,
  type OwnModel,
  type Scenario,
  type SimulatedUsage,
  type Subagents,
  type TeamGroup,
  type TotalsUsage,
} from "./scenario.ts";
import { WORK_KIND_IDS } from "./work-kind.ts";

/** A field of a link: its short key and how its value is written. */
export interface LinkField<Value> {
  readonly key: string;
  readonly codec: Codec<Value>;
}

/** One link field for each field of some object. */
export type LinkFields<Fields> = { readonly [field in keyof Fields]-?: LinkField<Fields[field]> };

const ranged = (range: RangedField): Codec<number> => numberCodec(RANGES[range]);
const number = (key: string, range: RangedField): LinkField<number> => ({ key, codec: ranged(range) });
const optional = (key: string, range: RangedField): LinkField<number | null> => ({
  key,
  codec: maybeCodec(ranged(range), "none"),
});

const FIRST_PRICE = catalog.models.map(({ released }) => released).sort()[0] ?? catalog.date;

const OWN_PREFIX = "own-";
const OWN_ID = /^own-[a-z0-9-]{0,18}[a-z0-9]$/;

/** A model of the catalog, by its code. */
export const catalogModelCodec: Codec<string> = {
  write: codeOfModel,
  read: (text) => {
    const id = modelOfCode(text);
    return id === null ? { reason: `"${shown(text)}" is no model of the price list of ${catalog.date}` } : { value: id };
  },
};

const modelCodec: Codec<string> = {
  write: codeOfModel,
  read: (text) => (isOwnId(text) ? { value: text } : catalogModelCodec.read(text)),
};

/** Whether a text can be the id of an own model: `own-` and 1–19 small letters, digits and hyphens. */
export function isOwnId(text: string): boolean {
  return OWN_ID.test(text);
}

const mixCodec: Codec<readonly MixShare[]> = distinct(
  listCodec(
    {
      write: ({ model, percent, locked }) =>
        `${modelCodec.write(model)}_${numberCodec(RANGES.mixPercent).write(percent)}${locked ? "l" : ""}`,
      read: (text) => {
        const [name = "", share = "", ...more] = text.split("_");
        const locked = share.endsWith("l");
        const model = modelCodec.read(name);
        const percent = numberCodec(RANGES.mixPercent).read(locked ? share.slice(0, -1) : share);
        if ("reason" in model) return model;
        if ("reason" in percent) return percent;
        if (more.length > 0) return { reason: `"${shown(text)}" is not a model and its share` };
        return { ...percent, value: { model: model.value, percent: percent.value, locked } };
      },
    },
    { least: 1, most: MOST_IN_MIX },
  ),
  ({ model }) => model,
);

const ownModelsCodec: Codec<readonly OwnModel[]> = distinct(
  listCodec(
    {
      write: ({ id, rates, tokenizer }) =>
        [
          id.slice(OWN_PREFIX.length),
          ...OWN_RATE_ORDER.map((name) => numberCodec(RANGES.ownRate).write(rates[name])),
          tokenizer === "from-4.7" ? "n" : "o",
        ].join("_"),
      read: (text) => {
        const [name = "", ...rest] = text.split("_");
        const id = OWN_PREFIX + name;
        const tokenizer = rest.pop();
        const rates = rest
          .map(numberCodec(RANGES.ownRate).read)
          .flatMap((read) => ("reason" in read || read.note ? [] : [read.value]));
        if (
          !isOwnId(id) ||
          rates.length !== OWN_RATE_ORDER.length ||
          rest.length !== rates.length ||
          (tokenizer !== "n" && tokenizer !== "o")
        )
          return { reason: `"${shown(text)}" is not an own model: name, five rates and its tokenizer` };
        return { value: ownModel(id, rates, tokenizer === "n" ? "from-4.7" : "before-4.7") };
      },
    },
    { least: 0, most: MOST_OWN_MODELS },
  ),
  ({ id }) => id,
);

const OWN_RATE_ORDER = ["input", "cacheWrite5m", "cacheWrite1h", "cacheRead", "output"] as const;

function ownModel(
  id: string,
  [input = 0, cacheWrite5m = 0, cacheWrite1h = 0, cacheRead = 0, output = 0]: readonly number[],
  tokenizer: OwnModel["tokenizer"],
): OwnModel {
  return { id, rates: { input, cacheWrite5m, cacheWrite1h, cacheRead, output }, tokenizer };
}

// Two entries for one name would let a link say one thing and mean another.
function distinct<Item>(list: Codec<readonly Item[]>, nameOf: (item: Item) => string): Codec<readonly Item[]> {
  return {
    write: list.write,
    read: (text) => {
      const read = list.read(text);
      if ("reason" in read) return read;
      const names = read.value.map(nameOf);
      return new Set(names).size === names.length ? read : { reason: `"${shown(text)}" names something twice` };
    },
  };
}

const ownLimitsCodec: Codec<Scenario["ownLimits"]> = {
  write: (limits) =>
    LIMITED_PLANS.flatMap((plan) => {
      const range = limits[plan];
      return range ? [`${plan}_${limit.write(range.low)}_${limit.write(range.high)}`] : [];
    }).join("~"),
  read: (text) => {
    const limits: Record<string, Scenario["ownLimits"]["pro"]> = {
      pro: null,
      max: null,
      ultra: null,
      "team-standard": null,
      "team-premium": null,
    };
    for (const entry of text === "" ? [] : text.split("~", LIMITED_PLANS.length + 1)) {
      const [plan = "", low = "", high = "", ...more] = entry.split("_");
      const ends = [limit.read(low), limit.read(high)];
      // A name that is no plan's has no null here either, be it a name of every object's.
      if (limits[plan] !== null || more.length > 0) return limitReason(entry);
      const [from, to] = ends.flatMap((end) => ("reason" in end || end.note ? [] : [end.value]));
      if (from === undefined || to === undefined) return limitReason(entry);
      limits[plan] = { low: from, high: to };
    }
    return { value: limits as Scenario["ownLimits"] };
  },
};
const limit = numberCodec(RANGES.limit);
const limitReason = (entry: string): Read<never> => ({ reason: `"${shown(entry)}" is not a plan and the two ends of its limit` });

// Any three capitals: which of them a browser knows by name changes over the years, what a link means must not.
const currencyCodec: Codec<string> = {
  write: (code) => code,
  read: (text) =>
    CURRENCY_CODE.test(text) ? { value: text } : { reason: `"${shown(text)}" is not a currency's three letters, such as EUR` },
};
const CURRENCY_CODE = /^[A-Z]{3}$/;

/** How many scenarios a link compares, which of them the others are measured against, and which is being edited: `cmp=3_a_b`. */
export const COMPARISON: LinkField<{ readonly count: number; readonly baseline: number; readonly edited: number }> = {
  key: "cmp",
  codec: comparedCodec(),
};

/** How many profiles a compared scenario has, where that is not as many as the first scenario's. */
export const KINDS: LinkField<number> = { key: "kinds", codec: numberCodec({ least: 1, most: MOST_PROFILES, decimals: 0 }) };

/** The fields of a whole scenario, in the order in which a link writes them. Version 1. */
export const SCENARIO_FIELDS: LinkFields<Omit<Scenario, "profiles" | "levers" | "questions">> = {
  priceDate: { key: "pd", codec: dayCodec({ first: FIRST_PRICE, last: catalog.date }) },
  preset: { key: "p", codec: choiceCodec(PRESET_IDS) },
  developers: number("dev", "developers"),
  workingDays: number("day", "workingDays"),
  dayBasis: { key: "per", codec: choiceCodec(["working", "calendar"], { working: "day", calendar: "cal" }) },
  tokensOf: { key: "of", codec: modelCodec },
  tokenizerFactor: number("tok", "tokenizerFactor"),
  batchPercent: number("batch", "batchPercent"),
  routerFee: number("fee", "routerFee"),
  place: { key: "geo", codec: choiceCodec(["global", "us", "regional"], { global: "any", regional: "reg" }) },
  fast: { key: "fast", codec: switchCodec },
  discountPercent: number("off", "discountPercent"),
  ownModels: { key: "own", codec: ownModelsCodec },
  work: {
    key: "by",
    codec: choiceCodec(WORK_KIND_IDS, { interactive: "people", headless: "ci", app: "api", chatbot: "chat", sporadic: "some" }),
  },
  planBilling: { key: "pay", codec: choiceCodec(["monthly", "annual"], { monthly: "mo", annual: "yr" }) },
  limitRule: { key: "rule", codec: choiceCodec(["guides", "community", "own"], { community: "users" }) },
  overflow: { key: "over", codec: choiceCodec(["api-rates", "not-allowed"], { "api-rates": "buy", "not-allowed": "stop" }) },
  ownLimits: { key: "lim", codec: ownLimitsCodec },
  oneRead: { key: "read", codec: recordCodec({ tokens: ranged("inputGrowthPerRequest"), request: ranged("requests") }) },
  reReadTokens: number("re", "reReadTokens"),
  costSpread: number("sp", "costSpread"),
  budget: {
    key: "bud",
    codec: recordCodec<Budget>({
      monthlyUsd: maybeCodec(ranged("monthUsd"), "none"),
      dailyUsd: maybeCodec(ranged("monthUsd"), "none"),
      taxPercent: ranged("taxPercent"),
      startingCredit: switchCodec,
    }),
  },
  team: {
    key: "team",
    codec: listCodec(recordCodec<TeamGroup>({ developers: ranged("developers"), totalUsd: ranged("monthUsd") }), {
      least: 0,
      most: MOST_TEAM_GROUPS,
    }),
  },
  currency: { key: "cur", codec: recordCodec<Currency>({ code: currencyCodec, perUsd: ranged("perUsd") }) },
  failed: {
    key: "fail",
    codec: recordCodec<FailedRequests>({
      erroredPercent: ranged("failedPercent"),
      retriedPercent: ranged("failedPercent"),
      refusedPercent: ranged("failedPercent"),
    }),
  },
};

function comparedCodec(): (typeof COMPARISON)["codec"] {
  const places = COMPARED_NAMES.map((_, place) => place);
  const placeCodec = choiceCodec(
    places.map(String),
    Object.fromEntries(COMPARED_NAMES.map((name, place) => [place, name.toLowerCase()])),
  );
  const record = recordCodec({
    count: numberCodec({ least: 2, most: MOST_COMPARED, decimals: 0 }),
    baseline: placeCodec,
    edited: placeCodec,
  });
  return {
    write: ({ count, baseline, edited }) => record.write({ count, baseline: String(baseline), edited: String(edited) }),
    read: (text) => {
      const read = record.read(text);
      if ("reason" in read) return read;
      const { count, baseline, edited } = read.value;
      const value = { count, baseline: Number(baseline), edited: Number(edited) };
      return Math.max(value.baseline, value.edited) < count
        ? { ...read, value }
        : { reason: `"${shown(text)}" names a scenario behind the last of ${count}` };
    },
  };
}

/** The fields of the levers, each with its switch in front. */
export const LEVER_FIELDS: LinkFields<Levers> = {
  routing: {
    key: "xr",
    codec: recordCodec<Levers["routing"]>({
      on: switchCodec,
      easyPercent: ranged("leverPercent"),
      mediumPercent: ranged("leverPercent"),
      easyModel: modelCodec,
      mediumModel: modelCodec,
      hardModel: modelCodec,
      by: choiceCodec(["session", "request"]),
      fee: ranged("routerFee"),
    }),
  },
  caching: { key: "xc", codec: recordCodec<Levers["caching"]>({ on: switchCodec, to: choiceCodec(["5m", "1h"]) }) },
  compaction: {
    key: "xk",
    codec: recordCodec({ on: switchCodec, atTokens: ranged("compactAtTokens"), removedPercent: ranged("leverPercent") }),
  },
  clearing: { key: "xl", codec: recordCodec({ on: switchCodec, afterRequests: ranged("clearAfterRequests") }) },
  thinking: { key: "xt", codec: recordCodec({ on: switchCodec, lessPercent: ranged("leverPercent") }) },
  batch: { key: "xb", codec: recordCodec({ on: switchCodec, percent: ranged("leverPercent") }) },
  subagents: { key: "xs", codec: recordCodec({ on: switchCodec, model: modelCodec }) },
};

/** The fields that every profile has. `kind` says which of the two lists below follows. */
export const PROFILE_FIELDS: LinkFields<{
  sessionsPerDay: number;
  name: string;
  mix: readonly MixShare[];
  kind: "simulated" | "totals";
}> = {
  sessionsPerDay: number("s", "sessionsPerDay"),
  name: { key: "as", codec: nameCodec },
  mix: { key: "mix", codec: mixCodec },
  kind: { key: "kind", codec: choiceCodec(["simulated", "totals"], { simulated: "session" }) },
};

/** The fields of a simulated session. */
export const SIMULATED_FIELDS: LinkFields<Omit<SimulatedUsage, "kind">> = {
  requests: number("n", "requests"),
  basePromptTokens: number("b", "basePromptTokens"),
  inputGrowthPerRequest: number("g", "inputGrowthPerRequest"),
  outputPerRequest: number("o", "outputPerRequest"),
  outputKeptShare: number("k", "outputKeptShare"),
  caching: { key: "ttl", codec: choiceCodec(["off", "5m", "1h"]) },
  warmPromptTokens: number("w", "warmPromptTokens"),
  pauseMinutes: number("pm", "pauseMinutes"),
  pauseHours: number("ph", "pauseHours"),
  prefixChanges: number("px", "prefixChanges"),
  compactAtTokens: optional("at", "compactAtTokens"),
  summaryTokens: number("c", "summaryTokens"),
  clearAfterRequests: optional("cl", "clearAfterRequests"),
  subagents: {
    key: "sub",
    codec: recordCodec<Subagents>({
      count: ranged("subagentCount"),
      model: maybeCodec(modelCodec, "same"),
      requests: ranged("requests"),
      basePromptTokens: ranged("basePromptTokens"),
      inputGrowthPerRequest: ranged("inputGrowthPerRequest"),
      outputPerRequest: ranged("outputPerRequest"),
    }),
  },
  modelSwitch: {
    key: "sw",
    codec: maybeCodec(recordCodec({ beforeRequest: ranged("switchBeforeRequest"), model: modelCodec }), "none"),
  },
  routing: { key: "rt", codec: choiceCodec(["session", "request"]) },
};

/** The fields of a session by totals. */
export const TOTALS_FIELDS: LinkFields<Omit<TotalsUsage, "kind">> = {
  input: number("in", "totalTokens"),
  cacheWrite5m: number("w5", "totalTokens"),
  cacheWrite1h: number("w1", "totalTokens"),
  cacheRead: number("r", "totalTokens"),
  output: number("o", "totalTokens"),
  webSearches: number("web", "webSearches"),
  requests: optional("n", "countedRequests"),
};
