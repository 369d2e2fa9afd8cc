import { tokenSizes } from "../../rates/token-sizes.ts";
import type { Profile } from "../scenario.ts";
import { figure, firstShape, paysFrom, perMonth, perSession, sessionOf, tokensIn } from "./claim-readings.ts";
import {
  byShape,
  byTotals,
  call,
  OPUS_4_6,
  requestCost,
  reshaped,
  SONNET_4_6,
  scenarioOf,
  statedSessions,
} from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim, type Span } from "./published-claim.ts";

const line = tokenSizes["code-line"];

/** Guide a: what the API costs by the token, and from when a plan pays. */
export const GUIDE_A: readonly PublishedClaim[] = [
  {
    id: "A1",
    subject: "sessions",
    says: "A session without caching costs $0.20",
    inputs: "Sonnet 4.6: 25,000 tokens in, 8,000 out",
    figures: figure(0.2, "usd", perSession),
    scenario: scenarioOf([byTotals(SONNET_4_6, { input: 25_000, output: 8_000 })]),
    look: "per session",
  },
  {
    id: "A2",
    subject: "caching",
    says: "Caching a stable prompt saves $0.60 in a session",
    inputs: "Sonnet 4.6: 12,000 stable tokens, read by the 19 messages that follow the first",
    figures: [
      { key: "gross", label: "reads instead of input", unit: "usd", published: 0.6, ours: savedByReads },
      {
        key: "netOfWritePremium",
        label: "less what the one write costs more than input",
        unit: "usd",
        published: 0.6,
        ours: (at) => opened(reshaped(at.scenario, { caching: "off" })).estimate.perSession - perSession(at),
      },
    ],
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 20, basePromptTokens: 12_000, caching: "5m" })]),
    look: "per session, $0.1134; with caching off it is $0.72",
  },
  {
    id: "A3",
    subject: "months",
    says: "The average API user spends $132 a month",
    inputs: "$6 a day on 22 days",
    figures: figure(132, "usd", perMonth),
    scenario: statedSessions(6, { workingDays: 22 }),
    look: "per month",
  },
  {
    id: "A4",
    subject: "plans",
    says: "Pro pays from $1.00 of API use a day",
    inputs: "a fee of $20, spread over 22 days",
    figures: figure(1, "usd", (at) => paysFrom("pro")(at) / at.scenario.workingDays),
    scenario: statedSessions(1, { workingDays: 22, limitRule: "guides", overflow: "not-allowed" }),
    look: "where Pro meets the API: a month of $20, here 22 days; $1 a day is past it",
  },
  {
    id: "A5",
    subject: "plans",
    says: "Max (then Max 5x) pays from $4.50 of API use a day",
    inputs: "a fee of $100, spread over 22 days",
    figures: figure(4.5, "usd", (at) => paysFrom("max")(at) / at.scenario.workingDays),
    reason: "$4.50 a day, taken as it stands, is $99 a month: still $1 short of the fee.",
    scenario: statedSessions(4.5, { workingDays: 22, limitRule: "guides", overflow: "not-allowed" }),
    look: "where Max meets the API: a month of $100, here 22 days",
  },
  {
    id: "A8",
    subject: "sessions",
    says: "As a conversation grows, 5 messages cost about $0.05, and 50 of the same cost $3.00 or more",
    inputs: "5,000 tokens sent by a message at the start, 100,000 by message 30; no model, output or cache named",
    figures: [
      { key: "5", label: "5 messages", unit: "usd", published: 0.05, ours: ofMessages(5) },
      { key: "50", label: "50 messages", unit: "usd", published: 3, meant: "at-least", ours: ofMessages(50) },
      {
        key: "grown",
        label: "50 messages that do reach 100,000 tokens at message 30",
        unit: "usd",
        published: null,
        ours: ({ scenario }) =>
          opened(reshaped(scenario, { basePromptTokens: 10_000, inputGrowthPerRequest: 3_000 })).estimate.perSession,
      },
    ],
    assumes: "Sonnet 4.6, nothing cached, 375 tokens sent with every message, 800 more by each, 110 out",
    reason:
      "Both prices hold together only at about a quarter of the prompts stated: ours sends 24,375 tokens at message 30. With prompts that reach 100,000 there, 50 uncached messages cost about $13.",
    scenario: scenarioOf([
      byShape(SONNET_4_6, { requests: 50, basePromptTokens: 375, inputGrowthPerRequest: 800, outputPerRequest: 110 }),
    ]),
    look: "per session, and the session request by request",
  },
  {
    id: "A9",
    subject: "sessions",
    says: "Sessions cost $0.10–2.00; a quick fix on Sonnet $0.02–0.05, a deep refactor on Opus $4–10",
    inputs: "no inputs given",
    figures: [
      { key: "typical", label: "typical session", unit: "usd", published: { low: 0.1, high: 2 }, ours: sessionOf(0) },
      { key: "quickFixSonnet", label: "quick fix", unit: "usd", published: { low: 0.02, high: 0.05 }, ours: sessionOf(1) },
      { key: "deepRefactorOpus", label: "deep refactor", unit: "usd", published: { low: 4, high: 10 }, ours: sessionOf(2) },
    ],
    assumes:
      "cached for 5 minutes without breaks: 20 requests on Sonnet 4.6 (20,000 tokens sent with each, 1,000 more by each, 600 out), 3 requests (3,000, 500, 200), and 100 on Opus 4.6 (20,000, 1,000, 600)",
    scenario: scenarioOf([
      cached("Typical session", SONNET_4_6, [20, 20_000, 1_000, 600]),
      cached("Quick fix", SONNET_4_6, [3, 3_000, 500, 200]),
      cached("Deep refactor", OPUS_4_6, [100, 20_000, 1_000, 600]),
    ]),
    look: "per session of each kind",
  },
  {
    id: "A10",
    subject: "caching",
    says: "Caching cuts the input cost of a working day by 40–60 %",
    inputs: "no inputs given",
    figures: figure({ low: 0.4, high: 0.6 }, "share", (at) => {
      return 1 - perSession(at) / opened(reshaped(at.scenario, { caching: "off" })).estimate.perSession;
    }),
    assumes: "Sonnet 4.6: 50 messages of a stable prompt of 10,000 tokens, the cache gone after 15 breaks; output left out",
    reason: "Without breaks the cut is 88 %; of 50 messages, 13 to 20 must find the cache gone for 40–60 %.",
    scenario: scenarioOf([byShape(SONNET_4_6, { requests: 50, basePromptTokens: 10_000, caching: "5m", pauseMinutes: 15 })]),
    look: "per session, $0.702; with caching off it is $1.50",
  },
  {
    id: "A11",
    subject: "tokens",
    says: "100 lines of TypeScript are 500–800 tokens, a React component 300–600, a package.json 200–400, 1,000 English words 1,333, the scan of a code base 50,000–200,000",
    inputs: "100 lines; 1,000 words; nothing on the others' length",
    figures: [
      texts("ts100Lines", "100 lines of TypeScript", {
        published: { low: 500, high: 800 },
        lines: { low: 100, high: 100 },
        at: 0,
      }),
      texts("reactComponent", "React component", { published: { low: 300, high: 600 }, lines: { low: 60, high: 75 }, at: 1 }),
      texts("packageJson", "package.json", { published: { low: 200, high: 400 }, lines: { low: 40, high: 50 }, at: 2 }),
      {
        key: "words1000",
        label: "1,000 English words",
        unit: "tokens",
        published: 1_333,
        ours: () => 1_000 * tokenSizes.word.used,
        shows: tokensIn(3),
      },
      texts("codebaseScan", "scan of a code base", {
        published: { low: 50_000, high: 200_000 },
        lines: { low: 10_000, high: 25_000 },
        at: 4,
      }),
    ],
    assumes: `${line.low}–${line.high} tokens a line, 1.333 a word; components of 60–75 lines, a package.json of 40–50, code bases of 10,000–25,000 lines`,
    reason:
      "The guides differ up to ten times: another gives 50 lines the same 500–800 tokens, a third 1,000 lines about 800 (E3), a fourth 1,000 words 700–800 (D3). This set fits 4 characters to a token.",
    scenario: scenarioOf([
      call(SONNET_4_6, { input: 100 * line.used }, { name: "100 lines" }),
      call(SONNET_4_6, { input: 68 * line.used }, { name: "React component" }),
      call(SONNET_4_6, { input: 46 * line.used }, { name: "Package file" }),
      call(SONNET_4_6, { input: 1_333 }, { name: "1000 words" }),
      call(SONNET_4_6, { input: 15_000 * line.used }, { name: "Code base" }),
    ]),
    look: "the input tokens of each kind: a text of middling length, read once",
  },
];

/** What the reads of a stable prompt cost less than the same tokens as input, without the premium of its one write. */
function savedByReads(at: Opened): number {
  const { requests, basePromptTokens: tokens } = firstShape(at);
  const each =
    requestCost(at.scenario, SONNET_4_6, { input: tokens }) - requestCost(at.scenario, SONNET_4_6, { cacheRead: tokens });
  return (requests - 1) * each;
}

function ofMessages(requests: number): ClaimFigure["ours"] {
  return ({ scenario }) => opened(reshaped(scenario, { requests })).estimate.perSession;
}

type Size = readonly [requests: number, base: number, growth: number, output: number];

function cached(name: string, model: string, [requests, base, growth, output]: Size): Profile {
  const size = { requests, basePromptTokens: base, inputGrowthPerRequest: growth, outputPerRequest: output };
  return byShape(model, { ...size, caching: "5m" }, { name });
}

/** Texts of some lines, in tokens: the shortest at the fewest tokens a line, the longest at the most. */
function texts(
  key: string,
  label: string,
  { published, lines, at }: { readonly published: Span; readonly lines: Span; readonly at: number },
): ClaimFigure {
  const ours = (): Span => ({ low: lines.low * line.low, high: lines.high * line.high });
  return { key, label, unit: "tokens", published, ours, shows: tokensIn(at) };
}
