import { budgetMonth } from "../../pricing/budget.ts";
import { publishedAverages } from "../../rates/published-averages.ts";
import { tokenSizes } from "../../rates/token-sizes.ts";
import type { OwnModel, Profile } from "../scenario.ts";
import { figure, paysFrom, perMonth, perSession, rateOf, sessionOf } from "./claim-readings.ts";
import { call, HAIKU_3_5, only, SONNET_4, scenarioOf, statedSessions } from "./claim-scenarios.ts";
import { type ClaimFigure, type Opened, opened, type PublishedClaim, type Span } from "./published-claim.ts";

const HOURS_A_MONTH = 730;
const GPU_AN_HOUR: Span = { low: 1, high: 4 };
const RESPONSE_TOKENS = 500;

/** Other vendors' rates as guide c prints them: not checked by us. */
const OTHER_VENDORS: readonly (readonly [code: string, name: string, input: number, output: number])[] = [
  ["gpt-4o", "GPT-4o", 2.5, 10],
  ["gpt-4o-mini", "GPT-4o mini", 0.15, 0.6],
  ["gpt-3.5-turbo", "GPT-3.5 Turbo", 0.5, 1.5],
  ["o1", "o1", 15, 60],
];

const chatReplies = (sessionsPerDay: number): Profile =>
  call(HAIKU_3_5, { input: 2_000, output: 500 }, { name: "Chat reply", sessionsPerDay });

const fileReviews = (sessionsPerDay: number): Profile =>
  call(SONNET_4, { input: 5_000, output: 2_000 }, { name: "File review", sessionsPerDay });

const TYPICAL_IN_EARLY_2026 = publishedAverages.find(({ model }) => model?.startsWith("Sonnet 4,"))?.usdPerActiveDay ?? 0;

/** Guide c: what apps cost a month, and what stands beside the API. */
export const GUIDE_C_MONTHS: readonly PublishedClaim[] = [
  {
    id: "C5",
    subject: "rates",
    says: "Other vendors' models cost $0.15–15 a million tokens in and $0.60–60 out",
    inputs: "GPT-4o, GPT-4o mini, GPT-3.5 Turbo and o1, set beside Claude's prices",
    figures: [
      ...OTHER_VENDORS.flatMap(([code, name, input, output]): readonly ClaimFigure[] => [
        given(`${code}.0`, `${name}, input`, { published: input, ours: otherRate(code, "input") }),
        given(`${code}.1`, `${name}, output`, { published: output, ours: otherRate(code, "output") }),
      ]),
      {
        key: "beside",
        label: "a file review on Sonnet 4 beside one on GPT-4o",
        unit: "times",
        published: null,
        ours: (at) => sessionOf(0)(at) / sessionOf(1)(at),
      },
    ],
    reason:
      "Taken as printed, not checked here. At them 5,000 tokens in and 2,000 out cost $0.045 on Sonnet 4 and $0.0325 on GPT-4o, if both need the same tokens.",
    scenario: scenarioOf(
      [
        fileReviews(1),
        ...ownModelsOf("gpt-4o", "gpt-4o-mini", "o1").map(({ id }) => ({
          ...fileReviews(1),
          mix: only(id),
          name: id.slice(4).replaceAll("-", " "),
        })),
      ],
      { ownModels: ownModelsOf("gpt-4o", "gpt-4o-mini", "o1") },
    ),
    look: "the own models' rates, and what the same call costs on each",
  },
  {
    id: "C6",
    subject: "plans",
    says: "Pro pays from 100 calls a month",
    inputs: "Pro at $20; calls of Sonnet 4 with 5,000 tokens in and 2,000 out",
    figures: figure(100, "calls", (at) => paysFrom("pro")(at) / perSession(at)),
    reason: "A call is $0.045, so $20 buys 444 of them; 100 cost $4.50.",
    scenario: scenarioOf([fileReviews(5)], { workingDays: 20, limitRule: "guides", overflow: "not-allowed" }),
    look: "per month: 100 calls, far below the fee of $20",
  },
  {
    id: "C7",
    subject: "months",
    says: "A solo developer's 500 calls cost $8–12 a month",
    inputs: "Sonnet 4: 500 calls of 3,500 tokens",
    figures: figure({ low: 8, high: 12 }, "usd", perMonth),
    assumes: "of the 3,500 tokens 2,800 in and 700 out",
    scenario: scenarioOf([call(SONNET_4, { input: 2_800, output: 700 }, { sessionsPerDay: 25 })], { workingDays: 20 }),
    look: "per month: 25 calls a day on 20 days",
  },
  {
    id: "C8",
    subject: "months",
    says: "A small product costs $50–80 a month",
    inputs: "10,000 chat replies on Haiku 3.5 and 500 file reviews on Sonnet 4, of the guide's own sizes (C2.1, C2.2)",
    figures: figure({ low: 50, high: 80 }, "usd", perMonth),
    scenario: scenarioOf([chatReplies(500), fileReviews(25)], { workingDays: 20 }),
    look: "per month: $36 of replies and $22.50 of reviews",
  },
  {
    id: "C9",
    subject: "months",
    says: "A startup's 50,000 mixed calls cost $300–800 a month",
    inputs: "50,000 calls a month",
    figures: figure({ low: 300, high: 800 }, "usd", perMonth),
    assumes: "nine in ten are chat replies on Haiku 3.5, one is a file review on Sonnet 4, of the guide's own sizes",
    scenario: scenarioOf([chatReplies(2_250), fileReviews(250)], { workingDays: 20 }),
    look: "per month",
  },
  {
    id: "C12",
    subject: "tokens",
    says: "Thinking adds 2,000–5,000 tokens to a response of 500",
    inputs: "the counts themselves",
    figures: [
      {
        key: "",
        label: "thinking",
        unit: "tokens",
        published: { low: 2_000, high: 5_000 },
        meant: "given",
        ours: ({ scenario }): Span => ({ low: thinkingIn(scenario.profiles[1]), high: thinkingIn(scenario.profiles[2]) }),
      },
      {
        key: "cost",
        label: "the response costs",
        unit: "times",
        published: null,
        ours: (at): Span => ({ low: sessionOf(1)(at) / sessionOf(0)(at), high: sessionOf(2)(at) / sessionOf(0)(at) }),
      },
    ],
    reason: `Taken as printed: thinking is billed as output, so the response costs 5 to 11 times as much. Logs have less, ${tokenSizes["response-thinking"].low}–1,040 tokens for a response with its thinking.`,
    scenario: scenarioOf([
      call(SONNET_4, { input: 0, output: RESPONSE_TOKENS }, { name: "Response" }),
      call(SONNET_4, { input: 0, output: RESPONSE_TOKENS + 2_000 }, { name: "With thinking" }),
      call(SONNET_4, { input: 0, output: RESPONSE_TOKENS + 5_000 }, { name: "With much thinking" }),
    ]),
    look: "per session of each kind; the prompt is left out",
  },
  {
    id: "C14",
    subject: "months",
    says: "A GPU of one's own costs $1–4 an hour; below 10,000 calls a month the API is cheaper",
    inputs: "the price an hour and the number of calls",
    figures: [
      {
        key: "perHour",
        label: "GPU, an hour",
        unit: "usd",
        published: { low: 1, high: 4 },
        meant: "given",
        ours: () => GPU_AN_HOUR,
      },
      {
        key: "calls",
        label: "calls a month that cost as much as the GPU",
        unit: "calls",
        published: 10_000,
        meant: "at-least",
        ours: (at): Span => ({ low: callsFor(GPU_AN_HOUR.low, at), high: callsFor(GPU_AN_HOUR.high, at) }),
      },
    ],
    assumes: "the GPU runs all 730 hours of a month; a call is a file review on Sonnet 4, $0.045",
    reason:
      "A GPU of $1–4 an hour costs $730–2,920 a month, as much as 16,222–64,889 such calls. With calls of $0.675 (C2.4) it would be 1,081–4,326: the limit depends on the call.",
    scenario: scenarioOf([fileReviews(500)], { workingDays: 20, work: "app" }),
    look: "per month: 10,000 calls are $450, below the $730 of the cheapest GPU",
  },
  {
    id: "C15",
    subject: "months",
    says: "Budget alerts belong at 50, 75 and 90 %",
    inputs: "the shares themselves",
    figures: [0.5, 0.75, 0.9].flatMap((share, index): readonly ClaimFigure[] => [
      {
        key: String(index),
        label: `alert ${index + 1}`,
        unit: "share",
        published: share,
        ours: (at) => alert(at, index).percent / 100,
      },
      {
        key: `day.${index}`,
        label: "is reached by day",
        unit: "days",
        published: null,
        ours: (at) => alert(at, index).day ?? Number.NaN,
      },
    ]),
    assumes: "a month of $132 under a budget of $132, spent evenly on 22 working days",
    reason: "The calculator's alerts stand at the same shares; which day each falls on depends on the month.",
    scenario: statedSessions(6, {
      workingDays: 22,
      budget: { monthlyUsd: 132, dailyUsd: null, taxPercent: 0, startingCredit: false },
    }),
    look: "the budget: the days on which its alerts come",
  },
  {
    id: "C17",
    subject: "months",
    says: "Most customers of the API spend $50–200 a month",
    inputs: "no inputs given",
    figures: figure({ low: 50, high: 200 }, "usd", perMonth),
    assumes: "Anthropic's published average of early 2026, $6 a day, on 22 days",
    reason: "Since April 2026 the published average is $13 an active day, $150–250 a month.",
    scenario: statedSessions(TYPICAL_IN_EARLY_2026, { workingDays: 22 }),
    look: "per month",
  },
];

function given(
  key: string,
  label: string,
  { published, ours }: { readonly published: number; readonly ours: ClaimFigure["ours"] },
): ClaimFigure {
  return { key, label, unit: "usd-per-million", published, meant: "given", ours };
}

function ownModelsOf(...codes: readonly string[]): readonly OwnModel[] {
  return OTHER_VENDORS.filter(([code]) => codes.includes(code)).map(([code, , input, output]) => ({
    id: `own-${code.replaceAll(".", "-")}`,
    // They bill no cache writes apart, and these calls use no cache.
    rates: { input, cacheWrite5m: input, cacheWrite1h: input, cacheRead: input, output },
    tokenizer: "before-4.7",
  }));
}

/** The rate that a call on another vendor's model is billed at, once its rates are put into the scenario as those of an own model. */
function otherRate(code: string, item: "input" | "output"): ClaimFigure["ours"] {
  return ({ scenario }) => {
    const ownModels = ownModelsOf(code);
    const model = ownModels[0]?.id ?? "";
    return rateOf(model, item)(opened({ ...scenario, ownModels, profiles: [{ ...fileReviews(1), mix: only(model) }] }));
  };
}

function thinkingIn(profile: Profile | undefined): number {
  return (profile?.usage.kind === "totals" ? profile.usage.output : Number.NaN) - RESPONSE_TOKENS;
}

function callsFor(usdAnHour: number, at: Opened): number {
  return (usdAnHour * HOURS_A_MONTH) / perSession(at);
}

function alert(
  { scenario: { budget, workingDays }, estimate }: Opened,
  index: number,
): { readonly percent: number; readonly day: number | null } {
  const mark = budgetMonth(estimate.perMonth, { capUsd: budget.monthlyUsd ?? 0, workingDays }).marks[index];
  if (!mark) throw new RangeError(`budget: it has no alert ${index}`);
  return mark;
}
