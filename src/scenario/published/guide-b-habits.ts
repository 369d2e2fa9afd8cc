import { sessionTokens } from "../../pricing/session-tokens.ts";
import { tokenSizes } from "../../rates/token-sizes.ts";
import { waterfall } from "../levers.ts";
import { shapeOf } from "../session-run.ts";
import { compacted, routed } from "./claim-levers.ts";
import { figure, firstShape, perSession, tokensOf } from "./claim-readings.ts";
import { byShape, byTotals, OPUS_4_6, REPRESENTATIVE, requestCost, reshaped, SONNET_4_6, scenarioOf } from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim } from "./published-claim.ts";

const CHARACTERS_TYPED = 300;

/** Guide b: how a session grows, and which habits make it cheaper. */
export const GUIDE_B_HABITS: readonly PublishedClaim[] = [
  {
    id: "B5",
    subject: "tokens",
    says: "1,000 needless tokens in the first turn come to 30,000 by the end",
    inputs: "30 turns, each of which sends them again",
    figures: figure(30_000, "tokens", sentByOneRead),
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 30, inputGrowthPerRequest: 2_000 })], {
      oneRead: { tokens: 1_000, request: 1 },
    }),
    look: "what one long read costs by the session's end: $0.09, 30,000 tokens at $3 a million",
  },
  grown("B6.1", "A session that grows by 4,000 tokens a turn sends 5.1 million in 50 turns, $15.30", {
    inputs: "Sonnet 4.6: 50 turns, 4,000 tokens more in each, nothing cached, output left out",
    shape: { requests: 50, inputGrowthPerRequest: 4_000 },
    published: [5_100_000, 15.3],
  }),
  grown("B6.2", "Held at 20,000 tokens, the same 50 turns send a million, $3.00", {
    inputs: "Sonnet 4.6: 50 turns of 20,000 tokens, nothing cached, output left out",
    shape: { requests: 50, basePromptTokens: 20_000 },
    published: [1_000_000, 3],
  }),
  {
    id: "B7",
    subject: "tokens",
    says: "A preamble of 3,000 tokens comes to 600,000 over 200 calls",
    inputs: "3,000 tokens, 200 calls",
    figures: figure(600_000, "tokens", tokensOf()),
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 200, basePromptTokens: 3_000 })]),
    look: "the session's input tokens",
  },
  {
    id: "B10",
    subject: "savings",
    says: "Routing brings the input price down to $1.60 a million, 68 % less",
    inputs: "70 % of the work to Haiku 4.5 ($1), 20 % to Sonnet 4.6 ($3), 10 % to Opus 4.6 ($5), before that all on Opus",
    figures: [
      { key: "perMTok", label: "input", unit: "usd-per-million", published: 1.6, ours: optimised },
      { key: "saving", label: "saved", unit: "share", published: 0.68, ours: savedByLevers },
    ],
    reason: "0.7 × $1 + 0.2 × $3 + 0.1 × $5 = $1.80 a million, 64 % less than $5.",
    scenario: routed(scenarioOf([byTotals(OPUS_4_6, { input: 1_000_000, requests: 10 }, { name: "A million in" })]), {
      easyPercent: 70,
      mediumPercent: 20,
    }),
    look: "what would cut the bill: routing, on a session of a million input tokens",
  },
  {
    id: "B11",
    subject: "caching",
    says: "Caching a system prompt over 200 calls costs $0.19 instead of $1.80, 89 % less",
    inputs: "Sonnet 4.6: 3,000 tokens, one write and 199 reads",
    figures: [
      { key: "uncached", label: "uncached", unit: "usd", published: 1.8, ours: uncached },
      { key: "cached", label: "cached", unit: "usd", published: 0.19, ours: perSession },
      { key: "saving", label: "saved", unit: "share", published: 0.89, ours: (at) => 1 - perSession(at) / uncached(at) },
    ],
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 200, basePromptTokens: 3_000, caching: "5m" })]),
    look: "per session, $0.190; with caching off it is $1.80",
  },
  {
    id: "B12",
    subject: "savings",
    says: "Compaction from 200,000 to 80,000 tokens a turn saves 60 %: $0.60 become $0.24, over 200 turns $120 become $48",
    inputs: "Sonnet 4.6, input only, 200 turns",
    figures: [
      { key: "perTurn.0", label: "a turn before", unit: "usd", published: 0.6, ours: perSession },
      { key: "perTurn.1", label: "a turn after", unit: "usd", published: 0.24, ours: (at) => optimised(at) / turns(at) },
      { key: "total.0", label: "200 turns before", unit: "usd", published: 120, ours: ({ estimate }) => estimate.perMonth },
      { key: "total.1", label: "200 turns after", unit: "usd", published: 48, ours: optimised },
      { key: "saving", label: "saved", unit: "share", published: 0.6, ours: savedByLevers },
    ],
    scenario: compacted(
      scenarioOf([byTotals(SONNET_4_6, { input: 200_000, requests: 1 }, { name: "Turn", sessionsPerDay: 200 })]),
      60,
    ),
    look: "what would cut the bill: compaction, on 200 turns",
  },
  {
    id: "B13",
    subject: "savings",
    says: "Routing, compaction and caching together bring the $0.57 session on Opus down to $0.10–0.15",
    inputs: "the representative session on Opus 4.6; routing saves 40–70 %, compaction 50–70 %",
    figures: [
      { key: "", label: "strong levers", unit: "usd", published: { low: 0.1, high: 0.15 }, ours: optimised },
      {
        key: "weak",
        label: "the weakest of both",
        unit: "usd",
        published: null,
        ours: ({ scenario }) => waterfall(compacted(routed(scenario, { easyPercent: 50, mediumPercent: 0 }), 50)).optimised,
      },
    ],
    assumes:
      "routing saves 70 % (75 % of the work on Haiku 4.5, 25 % on Sonnet 4.6), compaction takes 60 % of the prompt and nothing of the output; the cache serves what it did",
    reason:
      "Only levers near their strongest get there: compaction leaves the output as it is, $0.325 of the $0.569. With routing at 40 % and compaction at 50 % it is $0.268.",
    scenario: compacted(routed(scenarioOf([byTotals(OPUS_4_6, REPRESENTATIVE)]), { easyPercent: 75, mediumPercent: 25 }), 60),
    look: "what would cut the bill: routing and compaction",
  },
  {
    id: "B19",
    subject: "caching",
    says: "A cache hit rate of 70 % roughly halves the price of context that is sent again",
    inputs: "70 % read from the cache, on Sonnet 4.6",
    figures: [
      { key: "", label: "the rest as input", unit: "share", published: 0.5, ours: (at) => perSession(at) / asInput(at) },
      {
        key: "written",
        label: "the rest written to the cache",
        unit: "share",
        published: null,
        ours: (at) => requestCost(at.scenario, SONNET_4_6, { cacheWrite5m: 30_000, cacheRead: 70_000 }) / asInput(at),
      },
    ],
    reason:
      "0.3 × 1 + 0.7 × 0.1 = 0.37 of the input price, or 0.445 where the rest is written at 1.25: less than half either way.",
    scenario: scenarioOf([byTotals(SONNET_4_6, { input: 30_000, cacheRead: 70_000 })]),
    look: "per session, $0.111; the same 100,000 tokens as input are $0.30",
  },
  {
    id: "B20",
    subject: "tokens",
    says: "A session consumes 50–100 times as many tokens as characters were typed",
    inputs: "no inputs given",
    figures: figure({ low: 50, high: 100 }, "times", (at) => {
      return (
        tokensOf("input", "cacheRead", "cacheWrite5m", "cacheWrite1h", "output")(at) /
        (firstShape(at).requests * CHARACTERS_TYPED)
      );
    }),
    assumes:
      "20 messages of 300 characters; with each a system prompt and tools of 15,500 tokens, 500 tokens more by each, 400 out",
    reason:
      "The ratio is that of the prompts sent again: short messages in long sessions pass 100, long ones in short sessions stay below 50.",
    scenario: scenarioOf([
      byShape(SONNET_4_6, {
        requests: 20,
        basePromptTokens: tokenSizes["system-prompt"].used + tokenSizes["system-tools"].used,
        inputGrowthPerRequest: 500,
        outputPerRequest: tokenSizes.response.used,
      }),
    ]),
    look: "the session's tokens, input and output; 6,000 characters were typed for them",
  },
];

interface GrownSession {
  readonly inputs: string;
  readonly shape: Parameters<typeof byShape>[1];
  readonly published: readonly [tokens: number, usd: number];
}

function grown(id: string, says: string, { inputs, shape, published: [tokens, usd] }: GrownSession): PublishedClaim {
  const figures: readonly ClaimFigure[] = [
    { key: "tokens", label: "sent", unit: "tokens", published: tokens, ours: tokensOf() },
    { key: "cost", label: "cost", unit: "usd", published: usd, ours: perSession },
  ];
  const scenario = scenarioOf([byShape(SONNET_4_6, shape)]);
  return { id, subject: "sessions", says, inputs, figures, scenario, look: "per session, and its input tokens" };
}

/** Tokens that the scenario's one long read adds to everything that the session sends. */
function sentByOneRead(at: Opened): number {
  const usage = firstShape(at);
  const sent = (shape: Parameters<typeof shapeOf>[0]): number => {
    const { read, fresh } = sessionTokens(shapeOf(shape));
    return [...read, ...fresh].reduce((sum, tokens) => sum + tokens, 0);
  };
  return sent({ ...usage, extraInput: at.scenario.oneRead }) - sent(usage);
}

function uncached({ scenario }: Opened): number {
  return opened(reshaped(scenario, { caching: "off" })).estimate.perSession;
}

function asInput({ scenario }: Opened): number {
  return requestCost(scenario, SONNET_4_6, { input: 100_000 });
}

function optimised({ scenario }: Opened): number {
  return waterfall(scenario).optimised;
}

function savedByLevers({ scenario }: Opened): number {
  const { today, optimised: after } = waterfall(scenario);
  return 1 - after / today;
}

function turns({ estimate, scenario }: Opened): number {
  return estimate.sessionsPerDay * scenario.workingDays;
}
