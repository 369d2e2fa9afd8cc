import { rulesInForce } from "../../pricing/rate-card.ts";
import { catalog } from "../../rates/catalog.ts";
import { tokenSizes } from "../../rates/token-sizes.ts";
import type { Scenario } from "../scenario.ts";
import { amountOf, perSession, rateOf, tokensIn, tokensOf } from "./claim-readings.ts";
import { byShape, byTotals, call, reshaped, SONNET_4_6, scenarioOf } from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim, type Span } from "./published-claim.ts";

const PROMPT_TOKENS = 10_000;

/** Guide d: rules of thumb about tokens, caching and limits. */
export const GUIDE_D: readonly PublishedClaim[] = [
  {
    id: "D1",
    subject: "rates",
    says: "Output costs 3–5 times input, a cache hit a tenth of it, batch half; caching and batch go together",
    inputs: "no model named",
    figures: [
      {
        key: "output",
        label: "output ÷ input",
        unit: "times",
        published: { low: 3, high: 5 },
        ours: (at) => rateOf(SONNET_4_6, "output")(at) / inputRate(at),
      },
      {
        key: "cacheHit",
        label: "cache read ÷ input",
        unit: "share",
        published: 0.1,
        ours: cacheHit,
      },
      {
        key: "batch",
        label: "batch ÷ synchronous",
        unit: "share",
        published: 0.5,
        ours: (at) => perSession(inBatch(at)) / perSession(at),
      },
      {
        key: "stack",
        label: "a cache read in batch costs half of one outside",
        unit: "yes-or-no",
        published: true,
        ours: (at) => rateOf(SONNET_4_6, "cacheRead")(inBatch(at)) === rateOf(SONNET_4_6, "cacheRead")(at) / 2,
      },
      {
        key: "current",
        label: "cache read ÷ input, current models",
        unit: "share",
        published: null,
        ours: currentHits,
        shows: cacheHit,
      },
    ],
    assumes: "Sonnet 4.6",
    reason: "A cache hit is no longer a tenth on every model: current ones have 0.025 to 0.1 of input.",
    scenario: scenarioOf([byTotals(SONNET_4_6, { input: 100_000, cacheRead: 100_000, output: 100_000, requests: 10 })]),
    look: "the lines of the bill: 100,000 tokens of each class and their rates",
  },
  {
    id: "D2",
    subject: "sessions",
    says: "500 tokens out cost more than 2,000 in",
    inputs: "2,000 tokens in, 500 out; here on Sonnet 4.6",
    figures: [
      {
        key: "",
        label: "output costs more",
        unit: "yes-or-no",
        published: true,
        ours: (at) => amountOf("output")(at) > amountOf("input")(at),
      },
      { key: "sonnet-4.6.0", label: "in", unit: "usd", published: null, ours: amountOf("input") },
      { key: "sonnet-4.6.1", label: "out", unit: "usd", published: null, ours: amountOf("output") },
    ],
    reason:
      "True where output costs 5 times input, as at Claude's standard rates; at the 3 times that the guide also names it would be false.",
    scenario: scenarioOf([call(SONNET_4_6, { input: 2_000, output: 500 })]),
    look: "the lines of the bill: input and output of one call",
  },
  {
    id: "D3",
    subject: "tokens",
    says: "1,000 English words are 700–800 tokens",
    inputs: "1,000 words",
    figures: [
      {
        key: "",
        label: "",
        unit: "tokens",
        published: { low: 700, high: 800 },
        ours: () => 1_000 * tokenSizes.word.used,
        shows: tokensIn(0),
      },
    ],
    reason: "Turned round: 1,000 tokens are about 750 words, so 1,000 words are about 1,333 tokens (A11).",
    scenario: scenarioOf([call(SONNET_4_6, { input: 1_333, output: 0 }, { name: "1000 words" })]),
    look: "the input tokens of the call",
  },
  {
    id: "D7",
    subject: "caching",
    says: "A cache entry that expires between bursts is written again at the write price",
    inputs: "no sizes named",
    figures: [
      {
        key: "",
        label: "each burst writes the prompt anew",
        unit: "yes-or-no",
        published: true,
        ours: (at) => tokensOf("cacheWrite5m")(at) === 4 * PROMPT_TOKENS,
      },
      { key: "written", label: "written", unit: "tokens", published: null, ours: tokensOf("cacheWrite5m") },
    ],
    assumes: "Sonnet 4.6: four bursts of 10 requests with a stable prompt of 10,000 tokens, 5 to 60 minutes apart",
    reason:
      "Four bursts write 40,000 tokens where one would have been 10,000; with a 1-hour cache it is one write at twice the input price.",
    scenario: scenarioOf([
      byShape(
        SONNET_4_6,
        { requests: 40, basePromptTokens: PROMPT_TOKENS, caching: "5m", pauseMinutes: 3 },
        { name: "Four bursts" },
      ),
    ]),
    look: "the session's tokens written to the cache",
  },
  {
    id: "D8",
    subject: "caching",
    says: "A short prompt earns its cache write back only if requests are many",
    inputs: "no sizes named",
    figures: [
      {
        key: "short",
        label: "a short prompt needs more requests than a long one",
        unit: "yes-or-no",
        published: true,
        ours: ({ scenario }) => requestsToPay(scenario, 100) > requestsToPay(scenario, 100_000),
      },
      {
        key: "requestsToPay5m",
        label: "a write for 5 minutes pays at request",
        unit: "calls",
        published: null,
        ours: paysAt("5m"),
      },
      {
        key: "requestsToPay1h",
        label: "a write for an hour pays at request",
        unit: "calls",
        published: null,
        ours: paysAt("1h"),
      },
    ],
    reason:
      "Whatever its size: 1.25 + 0.1 is less than 2, so a write for 5 minutes pays at the second request, and 2 + 0.1 + 0.1 is less than 3, so one for an hour at the third. What a short prompt can miss is the least length that is cached at all.",
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 2, basePromptTokens: 2_000, caching: "5m" })]),
    look: "per session of two requests, $0.0081; with caching off it is $0.012",
  },
];

function inputRate(at: Opened): number {
  return rateOf(SONNET_4_6, "input")(at);
}

function cacheHit(at: Opened): number {
  return rateOf(SONNET_4_6, "cacheRead")(at) / inputRate(at);
}

function inBatch({ scenario }: Opened): Opened {
  return opened({ ...scenario, batchPercent: 100 });
}

/** What a cache read costs of input, from the least to the most of the models that are offered first. */
function currentHits({ scenario: { priceDate } }: Opened): Span {
  const shares = catalog.models
    .filter(({ status }) => status === "current")
    .map((card) => rulesInForce(card, priceDate).period.rates)
    .flatMap(({ cacheRead, input }) => (cacheRead === undefined || input === undefined ? [] : [cacheRead / input]));
  return { low: Math.min(...shares), high: Math.max(...shares) };
}

function paysAt(caching: "5m" | "1h"): ClaimFigure["ours"] {
  return ({ scenario }) => requestsToPay(reshaped(scenario, { caching }), 2_000);
}

/** The first request at which a prompt of this length has cost less cached, as the scenario caches, than as input. */
function requestsToPay(scenario: Scenario, basePromptTokens: number): number {
  for (let requests = 1; requests < 100; requests++) {
    const cached = reshaped(scenario, { requests, basePromptTokens });
    if (perSession(opened(cached)) < perSession(opened(reshaped(cached, { caching: "off" })))) return requests;
  }
  return Number.POSITIVE_INFINITY;
}
