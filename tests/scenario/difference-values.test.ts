import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { changesBetween } from "../../src/scenario/difference-changes.ts";
import type { OwnModel, Scenario } from "../../src/scenario/scenario.ts";
import { EVERYTHING_CHANGED } from "./changed-scenario.ts";
import { byTotals, scenarioOf } from "./made-scenario.ts";

type Row = readonly [label: string, before: string, after: string];

const rowsOf = (from: Scenario, to: Scenario): readonly Row[] =>
  changesBetween(from, to).map(({ label, before, after }) => [label, before, after]);
const backwards = (rows: readonly Row[]): readonly Row[] => rows.map(([label, before, after]) => [label, after, before]);

/** What an empty link says, on a day of its own. */
const BEFORE: Scenario = { ...DEFAULT_SCENARIO, priceDate: "2026-11-20" };

const CHANGED: readonly Row[] = [
  ["developers", "1", "25"],
  ["working days", "15", "21"],
  ["price date", "2026-11-20", "2026-11-19"],
  ["model of the token counts", "Opus 5.5", "Sonnet 4.6"],
  ["tokenizer factor", "1.3", "1.25"],
  ["batch share", "0 %", "25 %"],
  ["place", "anywhere", "US only"],
  ["model mix", "Opus 5.5 100 %", "Opus 5.5 60 %, Sonnet 5.5 40 %"],
  ["sessions a day", "3", "4.5"],
  ["requests a session", "80", "120"],
  ["cache lifetime", "5 minutes", "1 hour"],
  ["base prompt cached already", "0 tokens", "15,000 tokens"],
  ["base prompt", "20,000 tokens", "25,000 tokens"],
  ["context growth a request", "1,600 tokens", "2,500 tokens"],
  ["summary after compaction", "5,000 tokens", "6,000 tokens"],
  ["compaction", "none", "at 200,000 tokens"],
  ["output a request", "600 tokens", "900 tokens"],
  ["output kept in the context", "60 %", "75 %"],
  ["breaks of 5–60 minutes", "2", "5"],
  ["breaks of more than an hour", "0", "1"],
  ["changes of the cached prefix", "0", "2"],
  ["/clear", "never", "after 40 requests"],
  ["model switch", "none", "to Fable 5.2 before request 60"],
  ["subagents' model", "the session's", "Sonnet 5.5"],
  ["subagents a session", "0", "3"],
  ["requests of each subagent", "15", "25"],
  ["subagents' base prompt", "12,000 tokens", "15,000 tokens"],
  ["subagents' growth a request", "2,000 tokens", "2,500 tokens"],
  ["subagents' output a request", "400 tokens", "550 tokens"],
  ["name of the sessions", "Coding", "Refactor"],
  ["router's fee a request", "0 USD", "0.001 USD"],
  ["contract discount", "0 %", "12.5 %"],
  ["requests that error", "0 %", "2 %"],
  ["requests sent again", "0 %", "5.5 %"],
  ["requests refused without output", "0 %", "1 %"],
  ["kind of work", "interactive coding", "an app that calls Claude"],
  ["plans paid", "by the month", "by the year"],
  ["plans' limits", "as users measured", "own"],
  ["own limit of Max", "not stated", "1,350–2,260 USD"],
  ["past a limit", "the rest at API rates", "stop"],
  [
    "routing lever",
    "off, easy 70 % Haiku 5.5, medium 20 % Sonnet 5.5, hard on Opus 5.5, by session, fee 0 USD",
    "on, easy 60 % Haiku 4.5, medium 25 % Sonnet 4.6, hard on Fable 5.2, by request, fee 0.001 USD",
  ],
  ["caching lever", "off, 1 hour", "on, 5 minutes"],
  ["compaction lever", "off, at 100,000 tokens, 60 % of totals", "on, at 150,000 tokens, 50 % of totals"],
  ["/clear lever", "off, after 30 requests", "on, after 40 requests"],
  ["thinking lever", "off, 30 % less output", "on, 25 % less output"],
  ["batch lever", "off, 20 %", "on, 12.5 %"],
  ["subagents lever", "off, Haiku 5.5", "on, Sonnet 5.5"],
  ["one long read", "65,000 tokens before request 5", "40,000 tokens before request 12"],
  ["read again on starting over", "10,000 tokens", "15,000 tokens"],
  ["team in groups", "none", "5 at 1,600 USD, 20 at 1,800 USD"],
  ["budget a month", "none", "5,000 USD"],
  ["limit a day", "none", "300 USD"],
  ["tax", "0 %", "19 %"],
  ["starting credit", "off", "on"],
  ["dearest session of ten over the middle one", "3", "2.5"],
  ["daily figure over", "working days", "30 calendar days"],
  ["currency", "US dollars", "EUR at 0.92"],
  ["begun from", "Typical developer", "Heavy user"],
];

const SONNET = "claude-sonnet-4-6";
const TOTALS = { input: 45_000, cacheWrite5m: 9_000, cacheWrite1h: 8_000, cacheRead: 38_000, output: 13_000 };

const COUNTED: readonly Row[] = [
  ["input", "0 tokens", "45,000 tokens"],
  ["cache write, 5 minutes", "0 tokens", "9,000 tokens"],
  ["cache write, 1 hour", "0 tokens", "8,000 tokens"],
  ["cache read", "0 tokens", "38,000 tokens"],
  ["output", "0 tokens", "13,000 tokens"],
  ["web searches", "0", "7"],
  ["requests behind the totals", "not counted", "1,250"],
];

describe("every value that differs is told as it was put in, before and after", () => {
  const plain = scenarioOf([byTotals(SONNET, {})]);

  it.each<readonly [string, Scenario, Scenario, readonly Row[]]>([
    ["a whole scenario", BEFORE, EVERYTHING_CHANGED, CHANGED],
    ["a session by its totals", plain, scenarioOf([byTotals(SONNET, { ...TOTALS, webSearches: 7, requests: 1_250 })]), COUNTED],
    [
      "terms that the others leave out",
      { ...plain, fast: false, place: "global", limitRule: "community" },
      { ...plain, fast: true, place: "regional", limitRule: "guides" },
      [
        ["fast mode", "off", "on"],
        ["place", "anywhere", "regional cloud"],
        ["plans' limits", "as users measured", "by the guides' rule"],
      ],
    ],
  ])("%s, and the other way round when it is taken back", (_what, from, to, rows) => {
    expect(rowsOf(from, to)).toEqual(rows);
    expect(rowsOf(to, from)).toEqual(backwards(rows));
  });

  it("a mix without the models that have no share", () => {
    const mix = (...shares: readonly (readonly [string, number])[]) =>
      scenarioOf([{ ...byTotals(SONNET, {}), mix: shares.map(([model, percent]) => ({ model, percent, locked: false })) }]);
    const from = mix([SONNET, 70], ["claude-opus-4-6", 0], ["claude-haiku-4-5-20251001", 30]);
    const to = mix([SONNET, 99.9], ["claude-opus-4-6", 0.1], ["claude-haiku-4-5-20251001", 0]);
    expect(rowsOf(from, to)).toEqual([["model mix", "Sonnet 4.6 70 %, Haiku 4.5 30 %", "Sonnet 4.6 99.9 %, Opus 4.6 0.1 %"]]);
  });

  it("an own model only where it differs itself", () => {
    const rates = { input: 1, cacheWrite5m: 1.25, cacheWrite1h: 2, cacheRead: 0.1, output: 5 };
    const own = (id: string, output: number): OwnModel => ({ id, rates: { ...rates, output }, tokenizer: "before-4.7" });
    const from = { ...plain, ownModels: [own("own-a", 5), own("own-b", 5)] };
    const to = { ...plain, ownModels: [own("own-b", 6), own("own-a", 5)] };
    expect(rowsOf(from, to)).toEqual([
      ["rates of b", "1 / 1.25 / 2 / 0.1 / 5 USD per MTok, older tokens", "1 / 1.25 / 2 / 0.1 / 6 USD per MTok, older tokens"],
    ]);
  });
});
