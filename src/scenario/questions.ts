import { isSame } from "../lib/is-same.ts";
import type { OwnHardware } from "../pricing/own-hardware.ts";
import type { NumberRange } from "./ranges.ts";
import type { Scenario } from "./scenario.ts";

// For whoever builds the panels:
// - Read with `questionsOf(scenario)`, write with `changeQuestion` and `changeAppLever` (state/questions-actions.ts); the link, saved input,
//   undo, comparison and differences carry them from there.
// - A number field takes its ends and step from QUESTION_RANGES (`useQuestionField` in state/use-question-field.ts does that); sliders stand
//   within them.
// - Import this file from chunks that load when opened only: `scenario.ts` knows its types, and nothing of the first chunk its values.
// - Models here are those of the catalog, never own ones, so no question can contradict a scenario. One of them may have had no price on the
//   scenario's price date: say so in place of a figure.
// - None of it moves the bill. FailedRequests (`scenario.failed`) does, and nothing but the bill: no panel of a question lays it on.

/** One call of the API: what it sends and gets, and how often. */
export interface CallQuestion {
  /** All that is sent, cached or not. */
  readonly promptTokens: number;
  /** Visible output. */
  readonly outputTokens: number;
  /** Billed as output. */
  readonly thinkingTokens: number;
  /** 0–100: the share of the prompt that is read from the cache. */
  readonly cachedPercent: number;
  readonly batch: boolean;
  readonly callsPerMonth: number;
  /** The catalog's id of the model that levers, vendors and own hardware are measured against. */
  readonly model: string;
}

/** What an app that calls the API could do about its bill, in the order in which the levers are applied. */
export interface AppLevers {
  /** No call puts out more than so many tokens, thinking included. */
  readonly outputCap: { readonly on: boolean; readonly tokens: number };
  /** 0–100: the share of the prompt that is left out. */
  readonly trimming: { readonly on: boolean; readonly percent: number };
  /** The same first tokens of every call, kept in the cache. */
  readonly prefix: {
    readonly on: boolean;
    readonly tokens: number;
    readonly lifetime: "5m" | "1h";
    /** Calls evenly spaced over the month, or `burstCalls` at once every `burstMinutes`. */
    readonly arrival: "steady" | "bursts";
    readonly burstCalls: number;
    readonly burstMinutes: number;
  };
  /** 0–100: the share of the calls that can wait for a batch. */
  readonly batch: { readonly on: boolean; readonly percent: number };
  /** 0–100: repeated questions that the app answers without a call. */
  readonly localCache: { readonly on: boolean; readonly percent: number };
  /** 0–100: calls that a smaller model of the catalog takes over. */
  readonly smaller: { readonly on: boolean; readonly percent: number; readonly model: string };
}

/** What the comparison with other vendors' models needs beside their prices. */
export interface VendorsQuestion {
  /** Tokens that another vendor's model needs for the same task: 100 = as many. */
  readonly tokensPercent: number;
}

/** The smaller questions beside the scenario. They change no figure of it. */
export interface Questions {
  readonly call: CallQuestion;
  readonly app: AppLevers;
  readonly vendors: VendorsQuestion;
  /** Hardware that would answer the calls: every figure is assumed. */
  readonly hardware: OwnHardware;
}

/** The questions as version 1 of the link takes them when nothing is stated. Frozen with that version. */
export const DEFAULT_QUESTIONS: Questions = {
  call: {
    promptTokens: 2_000,
    outputTokens: 500,
    thinkingTokens: 0,
    cachedPercent: 0,
    batch: false,
    callsPerMonth: 10_000,
    model: "claude-sonnet-5-5",
  },
  app: {
    outputCap: { on: false, tokens: 300 },
    trimming: { on: false, percent: 20 },
    prefix: { on: false, tokens: 1_500, lifetime: "5m", arrival: "steady", burstCalls: 20, burstMinutes: 60 },
    batch: { on: false, percent: 50 },
    localCache: { on: false, percent: 20 },
    smaller: { on: false, percent: 50, model: "claude-haiku-5-5" },
  },
  vendors: { tokensPercent: 100 },
  // The hour is within what public guides give for a GPU ($1–4); the rest nobody publishes for everybody: assumed.
  hardware: {
    pricePerHour: 2.5,
    hoursPerMonth: 720,
    promptTokensPerSecond: 5_000,
    outputTokensPerSecond: 500,
    utilisationPercent: 50,
    peopleHours: 20,
    peoplePricePerHour: 75,
  },
};

const count = (least: number, most: number): NumberRange => ({ least, most, decimals: 0 });
const tenths = (least: number, most: number): NumberRange => ({ least, most, decimals: 1 });

/** The numbers of the questions. */
export type QuestionNumber =
  | "promptTokens"
  | "outputTokens"
  | "callsPerMonth"
  | "sharePercent"
  | "capTokens"
  | "burstCalls"
  | "burstMinutes"
  | "tokensPercent"
  | "hourUsd"
  | "hoursPerMonth"
  | "tokensPerSecond"
  | "utilisationPercent"
  | "peopleHours";

/** The range of each: text field, slider and link obey this one list. `outputTokens` is that of thinking too. */
export const QUESTION_RANGES: Readonly<Record<QuestionNumber, NumberRange>> = {
  promptTokens: count(0, 10_000_000),
  outputTokens: count(0, 1_000_000),
  callsPerMonth: count(0, 1_000_000_000),
  sharePercent: tenths(0, 100),
  capTokens: count(1, 1_000_000),
  burstCalls: count(1, 1_000_000),
  // A month of 30 days.
  burstMinutes: tenths(0.1, 43_200),
  // From a hundredth to ten times as many.
  tokensPercent: tenths(1, 1_000),
  hourUsd: { least: 0, most: 10_000, decimals: 4 },
  // The longest month has 744.
  hoursPerMonth: tenths(0, 744),
  tokensPerSecond: tenths(0.1, 10_000_000),
  // None at work would answer no call at any price.
  utilisationPercent: tenths(0.1, 100),
  // Of several people, perhaps.
  peopleHours: tenths(0, 10_000),
};

/** A scenario's questions: what it holds of them, or the defaults. */
export function questionsOf({ questions }: Pick<Scenario, "questions">): Questions {
  return questions ?? DEFAULT_QUESTIONS;
}

/** A scenario with other questions; those that are the defaults are left out, so that two scenarios that say the same are the same. */
export function withQuestions(scenario: Scenario, questions: Questions): Scenario {
  const { questions: _, ...rest } = scenario;
  return isSame(questions, DEFAULT_QUESTIONS) ? rest : { ...rest, questions };
}
