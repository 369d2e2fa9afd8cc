import type { OwnHardware } from "../pricing/own-hardware.ts";
import { type Change, fieldChanges } from "./difference-change.ts";
import { dollars, type FieldWords, figure, lever, percentText, switched } from "./difference-values.ts";
import { modelName } from "./model-options.ts";
import {
  type AppLevers,
  type CallQuestion,
  type Questions,
  questionsOf,
  type VendorsQuestion,
  withQuestions,
} from "./questions.ts";
import type { Scenario } from "./scenario.ts";

/** In what the smaller questions of two scenarios differ; no bill of the scenario knows of them. */
export function questionChanges(from: Scenario, to: Scenario): readonly Change[] {
  const [before, after] = [questionsOf(from), questionsOf(to)];
  return [
    ...fieldChanges(CALL_WORDS, [before.call, after.call], { id: "call", put: inPart("call") }),
    ...fieldChanges(APP_WORDS, [before.app, after.app], { id: "app", put: inPart("app") }),
    ...fieldChanges(VENDORS_WORDS, [before.vendors, after.vendors], { id: "vendors", put: inPart("vendors") }),
    ...fieldChanges(HARDWARE_WORDS, [before.hardware, after.hardware], { id: "hardware", put: inPart("hardware") }),
  ];
}

function inPart<Part extends keyof Questions>(part: Part): (change: Partial<Questions[Part]>) => Change["put"] {
  return (change) => (scenario) => {
    const questions = questionsOf(scenario);
    return withQuestions(scenario, { ...questions, [part]: { ...questions[part], ...change } });
  };
}

const CALL_WORDS: FieldWords<CallQuestion> = {
  promptTokens: { name: "prompt of one call", say: tokens },
  outputTokens: { name: "output of one call", say: tokens },
  thinkingTokens: { name: "thinking of one call", say: tokens },
  cachedPercent: { name: "one call's prompt from the cache", say: percentText },
  batch: { name: "one call in batch", say: switched },
  callsPerMonth: { name: "calls a month", say: figure },
  model: { name: "model of one call", say: modelName },
};

const APP_WORDS: FieldWords<AppLevers> = {
  outputCap: lever("app's output cap", ({ tokens: cap }) => [tokens(cap)]),
  trimming: lever("app's trimming", ({ percent }) => [percentText(percent)]),
  prefix: lever("app's cached prefix", ({ tokens: prefix, lifetime, arrival, burstCalls, burstMinutes }) => [
    tokens(prefix),
    lifetime === "5m" ? "5 minutes" : "1 hour",
    // Kept while calls come steadily, so said then too: two values that differ must not read alike.
    arrival === "steady" ? "steady calls" : "calls in bursts",
    `${figure(burstCalls)} every ${figure(burstMinutes)} minutes`,
  ]),
  batch: lever("app's batch", ({ percent }) => [percentText(percent)]),
  localCache: lever("app's own cache", ({ percent }) => [percentText(percent)]),
  smaller: lever("app's smaller model", ({ percent, model }) => [percentText(percent), modelName(model)]),
};

const VENDORS_WORDS: FieldWords<VendorsQuestion> = {
  tokensPercent: { name: "tokens that other vendors need", say: percentText },
};

const HARDWARE_WORDS: FieldWords<OwnHardware> = {
  pricePerHour: { name: "own hardware, an hour", say: dollars },
  hoursPerMonth: { name: "own hardware's hours a month", say: figure },
  promptTokensPerSecond: { name: "own hardware reads a second", say: tokens },
  outputTokensPerSecond: { name: "own hardware writes a second", say: tokens },
  utilisationPercent: { name: "own hardware at work", say: percentText },
  peopleHours: { name: "people's hours on it a month", say: figure },
  peoplePricePerHour: { name: "an hour of theirs", say: dollars },
};

function tokens(value: number): string {
  return `${figure(value)} tokens`;
}
