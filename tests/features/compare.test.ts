import { describe, expect, it } from "vitest";
import { combineCompare } from "../../src/features/compare/combine-compare.ts";
import { compareAsMarkdown, linesAsMarkdown } from "../../src/features/compare/combine-compare-markdown.ts";
import { cheapestInWords, limitsInWords } from "../../src/features/compare/combine-ways-to-pay.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, only, scenarioOf } from "../scenario/made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const mix = (opus: number) => [
  { model: OPUS, percent: opus, locked: false },
  { model: SONNET, percent: 100 - opus, locked: false },
];

// 1,000,000 tokens of output a session: $25 on Opus 4.6, $15 on Sonnet 4.6
const OUTPUT = byTotals(SONNET, { output: 1_000_000 });
const worked = (fields: Partial<Scenario>, opus: number, sessionsPerDay: number): Scenario =>
  scenarioOf([{ ...OUTPUT, mix: mix(opus), sessionsPerDay }], fields);

// 10 × 2 × (0.3 × 25 + 0.7 × 15 = 18) = 360
const A = worked({ developers: 10 }, 30, 2);
// 10 × 2 × 21 = 420: +60, then 10 × 3 × 21 = 630: +210
const B = worked({ developers: 10 }, 60, 3);
// 5 × 2 × 18 = 180
const C = worked({ developers: 5 }, 30, 2);

const three = combineCompare({ scenarios: [A, B, C], baseline: 0, edited: 1 });
const row = (view: ReturnType<typeof combineCompare>, id: string) =>
  [...view.figures, ...view.inputs].find((one) => one.id === id)?.cells.map(({ value, change }) => [value, change]);

describe("scenarios side by side", () => {
  it("are named by their places, with the baseline and the edited one", () => {
    expect(three.columns.map(({ name, isBaseline, isEdited }) => [name, isBaseline, isEdited])).toEqual([
      ["A", true, false],
      ["B", false, true],
      ["C", false, false],
    ]);
  });

  it("say in words and with a mark how much dearer or cheaper each is than the baseline", () => {
    expect(row(three, "month")).toEqual([
      ["$360.00", ""],
      ["$630.00", "▲ +$270.00 dearer"],
      ["$180.00", "▼ −$180.00 cheaper"],
    ]);
    // the same work of each developer: 360 / 10 and 180 / 5
    expect(row(three, "developer")).toEqual([
      ["$36.00", ""],
      ["$63.00", "▲ +$27.00 dearer"],
      ["$36.00", "same"],
    ]);
  });

  it("are measured against another one when that is the baseline", () => {
    const view = combineCompare({ scenarios: [A, B, C], baseline: 1, edited: 1 });
    expect(row(view, "month")?.map(([, change]) => change)).toEqual(["▼ −$270.00 cheaper", "", "▼ −$450.00 cheaper"]);
    expect(view.differences.map(({ title }) => title)).toEqual(["B → A", "B → C"]);
  });

  it("list only the inputs that differ, and where they are the same", () => {
    expect(three.inputs.map(({ label }) => label)).toEqual(["model mix", "sessions a day", "developers"]);
    expect(row(three, "developers")).toEqual([
      ["10", ""],
      ["10", "same"],
      ["5", ""],
    ]);
    expect(row(three, "profile 0 mix")).toEqual([
      ["Opus 4.6 30 %, Sonnet 4.6 70 %", ""],
      ["Opus 4.6 60 %, Sonnet 4.6 40 %", ""],
      ["Opus 4.6 30 %, Sonnet 4.6 70 %", "same"],
    ]);
  });

  it("show in one row amounts that the changes beside them fit, to the last digit", () => {
    // 1,000,000 / 3 of output: a third of $15 and of $25 a developer
    const thirds = byTotals(SONNET, { output: 333_333 });
    const view = combineCompare({
      scenarios: [scenarioOf([thirds]), scenarioOf([{ ...thirds, mix: only(OPUS) }])],
      baseline: 0,
      edited: 0,
    });
    // 0.333333 × 15 = 4.999995 and × 25 = 8.333325
    expect(row(view, "month")).toEqual([
      ["$5.00", ""],
      ["$8.33", "▲ +$3.33 dearer"],
    ]);
  });

  it("say of one that contradicts itself why it has no figures, and go on with the others", () => {
    const broken: Scenario = { ...A, fast: true };
    const view = combineCompare({ scenarios: [A, broken, C], baseline: 0, edited: 1 });
    expect(view.columns[1]?.conflict).toContain("no fast mode");
    expect(row(view, "month")).toEqual([
      ["$360.00", ""],
      ["not worked out", ""],
      ["$180.00", "▼ −$180.00 cheaper"],
    ]);
    expect(view.differences.map(({ title }) => title)).toEqual(["A → C"]);
  });

  it("have amounts and no changes while the baseline contradicts itself", () => {
    const view = combineCompare({ scenarios: [{ ...A, fast: true }, C], baseline: 0, edited: 0 });
    expect(row(view, "month")).toEqual([
      ["not worked out", ""],
      ["$180.00", ""],
    ]);
    expect(view.differences).toEqual([]);
  });
});

describe("a difference in one line", () => {
  it("names what each change adds to the month", () => {
    expect(three.differences[0]?.line).toBe("A → B: +$270.00 a month: +$60.00 Opus 4.6 share, +$210.00 sessions a day");
  });

  it("says a single change whole", () => {
    expect(three.differences[1]?.line).toBe("A → C: −$180.00 a month: developers 10 → 5");
  });

  it("is rounded so that the parts add up to it", () => {
    // 333,333 tokens: 4.999995 a month, 9.99999 with two developers, 16.66665 then on Opus 4.6: shown 5.00, 10.00, 16.67
    const thirds = byTotals(SONNET, { output: 333_333 });
    const to = scenarioOf([{ ...thirds, mix: only(OPUS) }], { developers: 2 });
    const { differences } = combineCompare({ scenarios: [scenarioOf([thirds]), to], baseline: 0, edited: 0 });
    expect(differences[0]).toMatchObject({
      total: "+$11.67",
      parts: [
        { words: "developers 1 → 2", amount: "+$5.00" },
        { words: "model Sonnet 4.6 → Opus 4.6", amount: "+$6.67" },
      ],
    });
  });

  it("says so where the month stays what it is", () => {
    const lineTo = (to: Scenario) => combineCompare({ scenarios: [A, to], baseline: 0, edited: 0 }).differences[0]?.line;
    expect(lineTo(A)).toBe("A → B: no difference");
    expect(lineTo({ ...A, planBilling: "annual" })).toBe(
      "A → B: the same month on the API; what differs: plans paid by the month → by the year",
    );
    // twice the developers, half the sessions
    expect(lineTo(worked({ developers: 20 }, 30, 1))).toBe(
      "A → B: the same month on the API: +$360.00 developers, −$360.00 sessions a day",
    );
  });
});

describe("the comparison as Markdown", () => {
  const footing = { prices: "prices of 2026-11-20", link: "https://example.com/#v=1" };

  it("is a line for each difference, then the prices' day and the link", () => {
    expect(linesAsMarkdown(three, footing)).toBe(
      [
        "A → B: +$270.00 a month: +$60.00 Opus 4.6 share, +$210.00 sessions a day",
        "A → C: −$180.00 a month: developers 10 → 5",
        "Prices of 2026-11-20. https://example.com/#v=1",
      ].join("\n"),
    );
  });

  it("is a table of figures and inputs, and one for each difference of several changes", () => {
    const lines = compareAsMarkdown(three, footing).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "- A → B: +$270.00 a month: +$60.00 Opus 4.6 share, +$210.00 sessions a day",
      "- A → C: −$180.00 a month: developers 10 → 5",
      "",
      "|  | A (baseline) | B | C |",
      "| --- | --: | --: | --: |",
      "| A month on the API | $360.00 | $630.00 (▲ +$270.00 dearer) | $180.00 (▼ −$180.00 cheaper) |",
    ]);
    expect(lines).toContain("| developers | 10 | same | 5 |");
    expect(lines.slice(-8)).toEqual(
      [
        "| A → B | US$ a month |",
        "| --- | --: |",
        "| Opus 4.6 share 30 % → 60 % | +$60.00 |",
        "| sessions a day 2 → 3 | +$210.00 |",
        "| All of it | +$270.00 |",
        "",
        "Amounts in US dollars. Prices of 2026-11-20. https://example.com/#v=1",
      ].toSpliced(0, 0, ""),
    );
  });
});

describe("how to pay, in a few words", () => {
  const ownLimits = { ...DEFAULT_SCENARIO.ownLimits, pro: { low: 20, high: 50 }, max: { low: 200, high: 200 } };
  const of = (month: number, fields: Partial<Scenario> = {}) =>
    // output at $15 a MTok: so many dollars of work; one developer, one day
    estimate(
      scenarioOf([byTotals(SONNET, { output: Math.round((month / 15) * 1_000_000) })], {
        limitRule: "own",
        ownLimits,
        ...fields,
      }),
    );

  it("is the cheapest, from the high to the low end of the limit", () => {
    expect(cheapestInWords(of(15))).toBe("API $15");
    // Pro for $20 covers 50 at best and 30 at least: 20, or 20 + 15
    const closer = { ...ownLimits, pro: { low: 30, high: 50 } };
    expect(cheapestInWords(of(45, { ownLimits: closer }))).toBe("Pro $20–$35");
    // 300 of work: Max covers 200 for $100, at either end; Pro at best 50: 20 + 250
    expect(cheapestInWords(of(300))).toBe("Max $200");
  });

  it("is two ways where it depends on the limit", () => {
    // 150 of work: Pro covers 20–50, so 20 + 130 = 150 or 20 + 100 = 120; Max 100. With a limit of 100 at best: 20 + 50 = 70
    const wide = { ...ownLimits, pro: { low: 20, high: 100 } };
    expect(cheapestInWords(of(150, { ownLimits: wide }))).toBe("Max $100 or Pro $70");
    // at least 20 of 45 covered: 20 + 25 is no less than the API
    expect(cheapestInWords(of(45))).toBe("API $45 or Pro $20");
  });

  it("says which plan holds all of the work: at the low end of its limit for sure, at the high end perhaps", () => {
    expect(limitsInWords(of(20))).toBe("Pro holds it all");
    expect(limitsInWords(of(20.01))).toBe("Pro may hold it all, Max does");
    expect(limitsInWords(of(50))).toBe("Pro may hold it all, Max does");
    expect(limitsInWords(of(50.01))).toBe("Max holds it all");
    expect(limitsInWords(of(200.01))).toBe("no plan holds it all");
    expect(limitsInWords(of(45, { ownLimits: { ...ownLimits, max: null } }))).toBe("Pro may hold it all");
  });

  it("says why no plan is beside the API", () => {
    const none = { ...DEFAULT_SCENARIO.ownLimits };
    expect(cheapestInWords(of(45, { ownLimits: none }))).toBe("API $45: no plan's limit is stated");
    expect(cheapestInWords(of(45, { work: "app" }))).toBe("API $45: no plan is for this kind of work");
    expect(limitsInWords(of(45, { work: "app" }))).toBe("no plan is for this kind of work");
  });
});
