import { expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { questionChanges } from "../../src/scenario/difference-questions.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { QUESTIONS_CHANGED } from "./changed-scenario.ts";

type Row = readonly [name: string, before: string, after: string];

const CHANGED: readonly Row[] = [
  ["prompt of one call", "2,000 tokens", "12,000 tokens"],
  ["output of one call", "500 tokens", "800 tokens"],
  ["thinking of one call", "0 tokens", "400 tokens"],
  ["one call's prompt from the cache", "0 %", "62.5 %"],
  ["one call in batch", "off", "on"],
  ["calls a month", "10,000", "250,000"],
  ["model of one call", "Sonnet 5.5", "Haiku 4.5"],
  ["app's output cap lever", "off, 300 tokens", "on, 600 tokens"],
  ["app's trimming lever", "off, 20 %", "on, 12.5 %"],
  [
    "app's cached prefix lever",
    "off, 1,500 tokens, 5 minutes, steady calls, 20 every 60 minutes",
    "on, 9,000 tokens, 1 hour, calls in bursts, 40 every 7.5 minutes",
  ],
  ["app's batch lever", "off, 50 %", "on, 35 %"],
  ["app's own cache lever", "off, 20 %", "on, 7.5 %"],
  ["app's smaller model lever", "off, 50 %, Haiku 5.5", "on, 42.5 %, Sonnet 4.6"],
  ["tokens that other vendors need", "100 %", "130 %"],
  ["own hardware, an hour", "2.5 USD", "1.85 USD"],
  ["own hardware's hours a month", "720", "176"],
  ["own hardware reads a second", "5,000 tokens", "3,500 tokens"],
  ["own hardware writes a second", "500 tokens", "240.5 tokens"],
  ["own hardware at work", "50 %", "35 %"],
  ["people's hours on it a month", "20", "12"],
  ["an hour of theirs", "75 USD", "95 USD"],
];

it("every answer to a smaller question is told as it was put in, before and after", () => {
  const asking: Scenario = { ...DEFAULT_SCENARIO, questions: QUESTIONS_CHANGED };
  const rowsOf = (from: Scenario, to: Scenario) =>
    questionChanges(from, to).map(({ name, label, before, after, words }) => {
      expect([label, words]).toEqual([name, `${name} ${before} → ${after}`]);
      return [name, before, after];
    });
  expect(rowsOf(DEFAULT_SCENARIO, asking)).toEqual(CHANGED);
  expect(rowsOf(asking, DEFAULT_SCENARIO)).toEqual(CHANGED.map(([name, before, after]) => [name, after, before]));
  expect(questionChanges(asking, asking)).toEqual([]);
});
