import { tokenSizes } from "../../rates/token-sizes.ts";
import type { Scenario } from "../scenario.ts";
import { firstShape, perSession, sessionOf, tokensIn } from "./claim-readings.ts";
import { byShape, call, HAIKU_4_5, OPUS_4_7, requestCost, reshaped, SONNET_4_6, scenarioOf } from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim, type Span } from "./published-claim.ts";

const line = tokenSizes["code-line"];

/** The guide's coding session: what it gives as a range, at its least and at its most. */
const SESSION = {
  turns: 20,
  prompt: { low: 3_000, high: 6_000 },
  output: { low: 200, high: 800 },
  hits: { low: 0.6, high: 0.8 },
};

const INPUTS =
  "20 turns: a system prompt of 3,000–6,000 tokens, 200–800 out a turn, 60–80 % of each prompt after the first from the cache";

/** Guide e: what a coding session and a day of them cost. */
export const GUIDE_E: readonly PublishedClaim[] = [
  {
    ...codingSession("E1.haiku-4.5", "Haiku 4.5", {
      model: HAIKU_4_5,
      noCache: { low: 0.04, high: 0.12 },
      heavyCache: { low: 0.01, high: 0.04 },
    }),
    reason:
      "With no growth at all, 20 turns cost $0.08–0.20 uncached; the least output alone is $0.02, twice the published cached low, and cached sessions begin at $0.039.",
  },
  {
    ...codingSession("E1.sonnet-4.6", "Sonnet 4.6", {
      model: SONNET_4_6,
      noCache: { low: 0.15, high: 0.45 },
      heavyCache: { low: 0.04, high: 0.12 },
    }),
    reason:
      "With no growth at all, 20 turns cost $0.24–0.60 uncached; the least output alone is $0.06, more than the published cached low of $0.04, and cached sessions begin at $0.117.",
  },
  opusSession(),
  {
    id: "E2",
    subject: "months",
    says: "A moderate day of 5–8 sessions on Sonnet costs $0.50–2, a heavy day on Opus $5–15",
    inputs: "5–8 sessions; none for the heavy day",
    figures: [
      { key: "moderate", label: "a moderate day", unit: "usd", published: { low: 0.5, high: 2 }, ours: dayOf(0) },
      { key: "heavy", label: "a heavy day", unit: "usd", published: { low: 5, high: 15 }, ours: dayOf(1) },
    ],
    assumes:
      "cached for 5 minutes: 6 sessions of 20 turns on Sonnet 4.6 (4,500 tokens sent with each, 400 more by each, 500 out), 3 sessions of 60 turns on Opus 4.7 (20,000, 1,000, 600)",
    reason: "Uncached, or with more growth, the same number of sessions goes past both ranges.",
    scenario: scenarioOf(
      [
        byShape(
          SONNET_4_6,
          { requests: 20, basePromptTokens: 4_500, inputGrowthPerRequest: 400, outputPerRequest: 500, caching: "5m" },
          { name: "Moderate day", sessionsPerDay: 6 },
        ),
        byShape(
          OPUS_4_7,
          { requests: 60, basePromptTokens: 20_000, inputGrowthPerRequest: 1_000, outputPerRequest: 600, caching: "5m" },
          { name: "Heavy day", sessionsPerDay: 3 },
        ),
      ],
      // Each kind of session is stated in its own model's tokens.
      { tokenizerFactor: 1 },
    ),
    look: "the month by kind of session: the month is one day here",
  },
  {
    id: "E3",
    subject: "tokens",
    says: "Reading a file of 1,000 lines takes about 800 tokens",
    inputs: "1,000 lines",
    figures: [
      {
        key: "",
        label: "",
        unit: "tokens",
        published: 800,
        ours: (): Span => ({ low: 1_000 * line.low, high: 1_000 * line.high }),
        shows: tokensIn(0),
      },
    ],
    reason: "At 5–8 tokens a line (A11) it is 5,000–8,000: 800 is what 100 lines take.",
    scenario: scenarioOf([call(SONNET_4_6, { input: 1_000 * line.used, output: 0 }, { name: "1000 lines" })]),
    look: "the input tokens of the call, at 6.5 a line",
  },
];

interface CodingSession {
  readonly model: string;
  readonly noCache: Span;
  readonly heavyCache: Span;
}

function codingSession(id: string, name: string, { model, noCache, heavyCache }: CodingSession): PublishedClaim {
  return {
    id,
    subject: "sessions",
    says: `A coding session of 20 turns on ${name} costs ${dollars(noCache)} uncached, ${dollars(heavyCache)} heavily cached`,
    inputs: `${name}; ${INPUTS}; growth is not given and taken as none`,
    figures: [
      { key: "noCacheNoGrowth", label: "uncached", unit: "usd", published: noCache, ours: uncachedReach, shows: perSession },
      { key: "heavyCache", label: "heavily cached", unit: "usd", published: heavyCache, ours: cachedReach },
      { key: "outputAloneLow", label: "the least output alone", unit: "usd", published: null, ours: leastOutput },
    ],
    scenario: scenarioOf([
      byShape(model, {
        requests: SESSION.turns,
        basePromptTokens: SESSION.prompt.low,
        outputPerRequest: SESSION.output.low,
      }),
    ]),
    look: "per session: the least that it can be uncached",
  };
}

function dollars({ low, high }: Span): string {
  return `$${low.toFixed(2)}–${high.toFixed(2)}`;
}

function opusSession(): PublishedClaim {
  const row = codingSession("E1.opus", "Opus 4.7", {
    model: OPUS_4_7,
    noCache: { low: 0.75, high: 2.25 },
    heavyCache: { low: 0.18, high: 0.6 },
  });
  const beside: ClaimFigure = {
    key: "beside",
    label: "Opus 4.7 beside Sonnet 4.6",
    unit: "times",
    published: null,
    ours: ({ scenario }) => inputCost(scenario, OPUS_4_7) / inputCost(scenario, SONNET_4_6),
  };
  return {
    ...row,
    figures: [...row.figures, beside],
    reason:
      "Opus is published at 5 times Sonnet, which is $15 against $3: the input price of Opus 4 and 4.1. Opus 4.7 has $5, 1.67 times; the same 20 turns are $0.40–1.00 uncached.",
  };
}

/** The session's cost from the least of its prompt and output to the most, nothing cached, nothing growing. */
function uncachedReach({ scenario }: Opened): Span {
  const cost = (end: keyof Span): number => {
    const shape = { basePromptTokens: SESSION.prompt[end], outputPerRequest: SESSION.output[end] };
    return perSession(opened(reshaped(scenario, shape)));
  };
  return { low: cost("low"), high: cost("high") };
}

/** The same with a share of every prompt but the first read from the cache, the rest billed as input. */
function cachedReach(at: Opened): Span {
  const cost = (end: keyof Span, hits: number): number => {
    const first = SESSION.prompt[end];
    const later = first * (SESSION.turns - 1);
    const cacheRead = Math.round(later * hits);
    const output = SESSION.output[end] * SESSION.turns;
    return requestCost(at.scenario, at.scenario.tokensOf, { input: first + later - cacheRead, cacheRead, output });
  };
  return { low: cost("low", SESSION.hits.high), high: cost("high", SESSION.hits.low) };
}

function leastOutput(at: Opened): number {
  const { requests, outputPerRequest } = firstShape(at);
  return requestCost(at.scenario, at.scenario.tokensOf, { output: requests * outputPerRequest });
}

function inputCost(scenario: Scenario, model: string): number {
  return requestCost(scenario, model, { input: 100_000 });
}

function dayOf(kind: number): (at: Opened) => number {
  return (at) => sessionOf(kind)(at) * (at.scenario.profiles[kind]?.sessionsPerDay ?? 0);
}
