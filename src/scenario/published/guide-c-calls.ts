import type { TokenClass } from "../../pricing/usage.ts";
import { eachTotals } from "../each-profile.ts";
import { figure, perMonth, perSession, rateOf } from "./claim-readings.ts";
import { byTotals, call, HAIKU_3_5, OPUS_4, requestCost, SONNET_4, scenarioOf } from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim } from "./published-claim.ts";

const NAMES: Readonly<Record<string, string>> = { [HAIKU_3_5]: "Haiku 3.5", [SONNET_4]: "Sonnet 4", [OPUS_4]: "Opus 4" };

const BATCH: readonly (readonly [code: string, model: string, input: number, output: number])[] = [
  ["opus-4", OPUS_4, 7.5, 37.5],
  ["sonnet-4", SONNET_4, 1.5, 7.5],
  ["haiku-3.5", HAIKU_3_5, 0.4, 2],
];

/** Guide c: what single calls of the API cost. */
export const GUIDE_C_CALLS: readonly PublishedClaim[] = [
  oneCall("C2.1", "A chat reply", { model: HAIKU_3_5, input: 2_000, output: 500, published: 0.004 }),
  oneCall("C2.2", "The review of one file", { model: SONNET_4, input: 5_000, output: 2_000, published: 0.045 }),
  oneCall("C2.3", "A blog post", { model: SONNET_4, input: 3_000, output: 4_000, published: 0.069 }),
  oneCall("C2.4", "Complex code", { model: OPUS_4, input: 20_000, output: 5_000, published: 0.675 }),
  oneCall("C2.5", "The analysis of a long document", { model: SONNET_4, input: 50_000, output: 3_000, published: 0.195 }),
  oneCall("C2.6", "The analysis of video frames", { model: SONNET_4, input: 10_000, output: 1_500, published: 0.053 }),
  oneCall("C2.7", "The review of a whole code base", { model: OPUS_4, input: 100_000, output: 10_000, published: 2.25 }),
  {
    id: "C3",
    subject: "rates",
    says: "In batch Opus 4, Sonnet 4 and Haiku 3.5 cost half",
    inputs: "the three models in batch, a million tokens",
    figures: BATCH.flatMap(([code, model, input, output]): readonly ClaimFigure[] => [
      rate(`${code}.0`, "input", { model, published: input }),
      rate(`${code}.1`, "output", { model, published: output }),
    ]),
    scenario: scenarioOf(
      BATCH.map(([, model]) => call(model, { input: 100_000, output: 100_000 }, { name: nameOf(model).replace(".", " ") })),
      { batchPercent: 100 },
    ),
    look: "the lines of the bill: the rate of each model's input and output",
  },
  {
    id: "C4",
    subject: "caching",
    says: "Caching a prompt of 5,000 tokens saves $13.50 a day and about $400 a month",
    inputs: "Sonnet 4, 1,000 requests a day, 30 days",
    figures: [
      { key: "day", label: "a day", unit: "usd", published: 13.5, ours: (at) => savedByReading(at) / at.scenario.workingDays },
      { key: "month", label: "a month", unit: "usd", published: 400, ours: savedByReading },
    ],
    reason: "Counts reads alone: the writes, one at first and one after each pause of five minutes, come off it.",
    scenario: scenarioOf([call(SONNET_4, { input: 5_000, output: 0 }, { sessionsPerDay: 1_000 })], { workingDays: 30 }),
    look: "per month, $450 as input; the same tokens as cache reads are $45",
  },
  {
    id: "C10",
    subject: "rates",
    says: "Haiku 3.5 costs 5 % of what Opus 4 costs",
    inputs: "their input rates",
    figures: figure(0.05, "share", (at) => rateOf(HAIKU_3_5, "input")(at) / rateOf(OPUS_4, "input")(at)),
    reason: "$0.80 of $15; output stands at the same ratio, $4 of $75.",
    scenario: scenarioOf(
      [HAIKU_3_5, OPUS_4].map((model) => call(model, { input: 2_000, output: 500 }, { name: nameOf(model).replace(".", " ") })),
    ),
    look: "the lines of the bill: input and output of both",
  },
  {
    id: "C11",
    subject: "sessions",
    says: "Reading the guide itself costs $0.006",
    inputs: "Sonnet 4: 2,000 tokens in",
    figures: figure(0.006, "usd", perSession),
    scenario: scenarioOf([call(SONNET_4, { input: 2_000, output: 0 })]),
    look: "per session: one call",
  },
  {
    id: "C16",
    subject: "caching",
    says: "The first request with a cached prefix pays the full price",
    inputs: "no model and no lifetime of the cache named; here Sonnet 4",
    figures: [
      {
        key: "",
        label: "written for 5 minutes",
        unit: "times",
        published: 1,
        meant: "exactly",
        ours: (at) => perSession(at) / requestCost(at.scenario, SONNET_4, { input: 10_000 }),
      },
      {
        key: "hour",
        label: "written for an hour",
        unit: "times",
        published: null,
        ours: ({ scenario }) =>
          requestCost(scenario, SONNET_4, { cacheWrite1h: 10_000 }) / requestCost(scenario, SONNET_4, { input: 10_000 }),
      },
    ],
    reason: "It pays more: a write costs 1.25 times the input price for 5 minutes, twice for an hour.",
    scenario: scenarioOf([byTotals(SONNET_4, { cacheWrite5m: 10_000, requests: 1 }, { name: "First request" })]),
    look: "per session, $0.0375: 10,000 tokens written, which would be $0.03 as input",
  },
];

interface OneCall {
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly published: number;
}

function oneCall(id: string, what: string, { model, input, output, published }: OneCall): PublishedClaim {
  return {
    id,
    subject: "sessions",
    says: `${what} costs $${published}`,
    inputs: `one call of ${nameOf(model)}: ${input.toLocaleString("en-US")} tokens in, ${output.toLocaleString("en-US")} out`,
    figures: figure(published, "usd", perSession),
    scenario: scenarioOf([call(model, { input, output })]),
    look: "per session: one call",
  };
}

function nameOf(model: string): string {
  return NAMES[model] ?? model;
}

function rate(
  key: string,
  item: TokenClass,
  { model, published }: { readonly model: string; readonly published: number },
): ClaimFigure {
  return { key, label: `${nameOf(model)}, ${item}`, unit: "usd-per-million", published, ours: rateOf(model, item) };
}

/** What a month of the same tokens costs less when they are read from the cache instead of sent as input. */
function savedByReading({ scenario, estimate }: Opened): number {
  const read = eachTotals(scenario, (usage) => ({ ...usage, input: 0, cacheRead: usage.input }));
  return estimate.perMonth - perMonth(opened(read));
}
