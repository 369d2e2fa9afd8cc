import { describe, expect, it } from "vitest";
import { ageInWords } from "../../src/features/plans/age-words.ts";
import { combinePlans } from "../../src/features/plans/combine-plans.ts";
import { DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { LimitedPlan, LimitRange, Scenario } from "../../src/scenario/scenario.ts";
import { WORK_KIND_IDS } from "../../src/scenario/work-kind.ts";

const NONE: Scenario["ownLimits"] = { pro: null, max: null, ultra: null, "team-standard": null, "team-premium": null };

/** 200,000 output tokens at $15 per MTok = $3 a session, × 5 a day × 20 days = $300 a month, of which Pro covers 100 to 250, Max 400. */
const THREE_HUNDRED: Scenario = {
  ...DEFAULT_SCENARIO,
  tokensOf: "claude-sonnet-4-6",
  workingDays: 20,
  limitRule: "own",
  ownLimits: { ...NONE, pro: { low: 100, high: 250 }, max: { low: 400, high: 400 } },
  profiles: [
    {
      name: "Coding",
      sessionsPerDay: 5,
      mix: [{ model: "claude-sonnet-4-6", percent: 100, locked: false }],
      usage: { ...DEFAULT_TOTALS, output: 200_000 },
    },
  ],
};
const viewOf = (scenario: Scenario) => combinePlans(scenario, estimate(scenario));
const rowIn = (scenario: Scenario, id: string) => viewOf(scenario).rows.find((row) => row.id === id);
const covering = (plan: LimitedPlan, range: LimitRange): Scenario => ({
  ...THREE_HUNDRED,
  ownLimits: { ...THREE_HUNDRED.ownLimits, [plan]: range },
});

describe("the table of plans", () => {
  it("says what fits, what overflows, what that costs and what it saves, from the low to the high end of a limit", () => {
    // 100 and 250 of 300 fit; 50 to 200 is past; 20 + that; 300 less that; Max costs 100: 100 − 220 and 100 − 70
    expect(rowIn(THREE_HUNDRED, "pro")?.cells).toEqual([
      "Pro",
      "$20.00",
      "33% to 83%",
      "$50.00 to $200.00",
      "$70.00 to $220.00",
      "$80.00 to $230.00",
      "−$120.00 to $30.00",
    ]);
    expect(rowIn(THREE_HUNDRED, "max")?.cells.slice(0, 6)).toEqual([
      "Max (was Max 5x)",
      "$100.00",
      "100%",
      "$0",
      "$100.00",
      "$200.00",
    ]);
    expect(rowIn(THREE_HUNDRED, "enterprise")?.cells[4]).toBe("$320.00");
  });

  it("names the next plan, and says so where its limit is unknown or there is none", () => {
    const noteOf = (id: string) => rowIn(THREE_HUNDRED, id)?.fit.at(-1);
    expect(noteOf("pro")?.note).toBe("against Max");
    expect(noteOf("max")).toMatchObject({ figures: [{ text: "limit unknown" }], note: "against Ultra" });
    expect(noteOf("enterprise")?.figures[0]?.text).toBe("no next plan");
  });

  it("shows both prices, and which plans are sold one way only", () => {
    const feeOf = (id: string) => rowIn(THREE_HUNDRED, id)?.fit[1];
    expect(feeOf("pro")).toMatchObject({ figures: [{ text: "$20.00" }], note: "$17.00 by the year" });
    expect(feeOf("max")?.note).toBe("monthly only");
    expect(feeOf("enterprise")?.note).toBe("by the year only");
  });

  it("shows a plan whose limit nobody has stated, and compares it with nothing", () => {
    expect(rowIn(THREE_HUNDRED, "ultra")?.cells).toEqual([
      "Ultra (was Max 20x)",
      "$200.00",
      "limit unknown",
      "",
      "limit unknown",
      "",
      "",
    ]);
  });

  it("does not serve past a limit where work stops there", () => {
    const stops: Scenario = { ...THREE_HUNDRED, overflow: "not-allowed" };
    expect(rowIn(stops, "pro")?.cells.slice(3, 5)).toEqual(["$50.00 to $200.00", "does not serve"]);
    expect(rowIn({ ...stops, ownLimits: { ...NONE, pro: { low: 100, high: 300 } } }, "pro")?.cells[4]).toBe(
      "$20.00 or does not serve",
    );
  });

  it.each(["pro", "max", "enterprise", "api"])("opens every amount of %s to lines that add up to it", (id) => {
    for (const { figures } of rowIn(THREE_HUNDRED, id)?.fit ?? [])
      for (const { text, lines } of figures) {
        if (lines === undefined) continue;
        const total = lines().reduce((sum, { amount }) => sum + amount, 0);
        expect(`${total < 0 ? "−" : ""}$${Math.abs(total).toFixed(2)}`).toBe(text);
        for (const { quantity, rate, per, amount } of lines())
          expect(per === "MTok" ? (quantity * rate) / 1e6 : quantity * rate).toBeCloseTo(amount, 9);
      }
  });

  it("tells a view the costs as numbers, for a currency beside them", () => {
    const [least, most] = rowIn(THREE_HUNDRED, "pro")?.costs ?? [];
    expect(least).toBeCloseTo(70, 9);
    expect(most).toBeCloseTo(220, 9);
  });
});

describe("the verdict on plans", () => {
  it("names the cheapest under the chosen policy first, then under the other", () => {
    expect(viewOf(THREE_HUNDRED).verdict).toEqual([
      "Where the rest is bought at API rates, it hangs on the limits: Pro ($70.00 a month) is cheapest at their high end, Max ($100.00) at their low end.",
      "Where work stops at the limit, Max is cheapest: $100.00 a month.",
    ]);
    expect(viewOf({ ...THREE_HUNDRED, overflow: "not-allowed" }).verdict[0]).toContain("Where work stops at the limit");
  });

  it("says what a plan must cover to be the cheapest, and where its limit leaves that", () => {
    // Max costs 100: Pro may leave 80 of 300, so it must cover 220
    expect(viewOf(THREE_HUNDRED).reasons?.items[0]).toBe(
      "Pro if it covers $220 of this work; by your figures it covers $100–$250, so it does at the high end of the limits only.",
    );
    expect(viewOf(covering("pro", { low: 100, high: 219 })).reasons?.items[0]).toContain("so it does at neither end");
    expect(viewOf(covering("pro", { low: 221, high: 250 })).reasons?.items[0]).toContain("so it does at both ends");
  });

  it("lists where the answer flips, and where this work stands", () => {
    const texts = viewOf(THREE_HUNDRED).ranges?.map(({ cells }) => cells);
    // Pro from 20; with 100 covered Max is as cheap from 100 − 20 + 100 = 180, with 250 from 330; Max ends at 400: no other limit is known
    expect(texts).toEqual([
      ["up to $20.00", "API", "API"],
      ["$20.00 to $180.00", "Pro", "Pro"],
      ["$180.00 to $330.00 (you: $300.00)", "Max", "Pro"],
      ["over $330.00", "Max", "Max"],
    ]);
  });

  it("says how old the estimates are and what changed since", () => {
    const words = ageInWords("2026-11-20");
    // 2026-05-17 to 2026-11-20 are 187 days: 6.1 months
    expect(words).toContain("The newest was taken by 2026-05-17, about 6 months before the prices used here");
    expect(words).toContain("nothing is newer than the change of 2026-09-14");
    expect(ageInWords("2026-05-17")).not.toContain("before the prices used here");
  });

  it("says in one line which cache each side has", () => {
    const notes = viewOf(DEFAULT_SCENARIO).notes.join(" ");
    expect(notes).toContain(
      "The API side uses 5-minute cache writes and writes the conversation again after breaks, a subscription 1-hour ones",
    );
    expect(notes).toContain("API-equivalent, not a bill");
    expect(viewOf(THREE_HUNDRED).notes.join(" ")).toContain("totals do not tell what another cache lifetime would change");
  });

  it("warns of the 5-hour window where a day in one sitting passes the low estimate of it", () => {
    // $15 a day against $8.28 to $36 of Pro's window: 15 × 5/8 = 9.38 spread over 8 hours
    const [warning] = viewOf(THREE_HUNDRED).warnings;
    expect(warning?.title).toContain("a day of $15.00 (API-equivalent, not a bill)");
    expect(warning?.items.at(-1)).toContain("$9.38 falls into one window");
    const [profile] = THREE_HUNDRED.profiles;
    if (!profile) throw new Error("the scenario has a profile");
    // $6 a day is within $8.28
    expect(viewOf({ ...THREE_HUNDRED, profiles: [{ ...profile, sessionsPerDay: 2 }] }).warnings).toEqual([]);
  });

  it("says what plans do with Fable where it is in the mix", () => {
    const fable: Scenario = {
      ...THREE_HUNDRED,
      profiles: THREE_HUNDRED.profiles.map((profile) => ({
        ...profile,
        mix: [{ model: "claude-fable-5-2", percent: 100, locked: false }],
      })),
    };
    const [warning] = viewOf(fable).warnings;
    expect(warning?.items[0]).toMatch(/^Pro: Fable is bought from usage credits at API rates/);
    expect(warning?.items[1]).toMatch(/^Max: Fable may take up to 50% of the limit; \$/);
    expect(rowIn(fable, "pro")?.cells[2]).toBe("0%");
    // The sentence at the top has no rule in it: the panel says so.
    expect(viewOf(fable).notes.join(" ")).toContain("The sentence at the top and the chart of API against plans leave the rules");
    expect(viewOf(THREE_HUNDRED).notes.join(" ")).not.toContain("Fable");
    for (const { text, lines } of rowIn(fable, "max")?.fit[4]?.figures ?? [])
      expect(lines?.().reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(Number(text.replace(/[$,]/g, "")), 0);
  });
});

describe("work that plans do not serve", () => {
  const app: Scenario = { ...THREE_HUNDRED, work: "app" };

  it("is the API's, less the monthly API credit of Max and Ultra for those who have the plan", () => {
    const { verdict, rows } = viewOf(app);
    expect(verdict[0]).toContain("An app that calls Claude: the API is what serves it, at $300.00 a month");
    // 300 − 100 and 300 − 200
    expect(verdict[1]).toContain("Max's takes $100.00 off and leaves $200.00; Ultra's takes $200.00 off and leaves $100.00");
    expect(rows.map(({ cells }) => cells[0])).toEqual(["API", "Max (API credit)", "Ultra (API credit)"]);
    // 100 + 200: no cheaper than the API
    expect(rows[1]?.cells.slice(1, 6)).toEqual(["$100.00", "33%", "$200.00", "$300.00", "$0"]);
  });

  it("gives the reasons in words", () => {
    expect(viewOf(app).reasons?.items.map((item) => item.split(":")[0])).toEqual(["Access", "Control of cost per user"]);
    expect(viewOf({ ...app, work: "batch" }).reasons?.items[1]).toMatch(/^Batch discount: .*half/);
  });

  it("leaves claude -p unresolved", () => {
    const { verdict, warnings, notes } = viewOf({ ...app, work: "headless" });
    expect(warnings[0]?.title).toBe("Unresolved: claude -p");
    expect(verdict[1]).toContain("and its monthly API credit counts for this work");
    expect(notes.join(" ")).toContain("claude -p");
  });

  it("has no credit before the day on which it began", () => {
    expect(viewOf({ ...app, priceDate: "2026-10-06" }).rows.map(({ id }) => id)).toEqual(["api"]);
    expect(viewOf({ ...app, priceDate: "2026-10-07" }).rows).toHaveLength(3);
  });

  it("opens what Max and the rest cost to fee, work and credit", () => {
    const [figure] = viewOf(app).rows[1]?.fit[4]?.figures ?? [];
    // 100 + 300 − 100
    expect(figure?.lines?.().map(({ amount }) => Math.round(amount))).toEqual([100, 300, -100]);
  });

  it.each(WORK_KIND_IDS)("has a verdict for %s also where there is no work", (work) => {
    expect(
      viewOf({
        ...THREE_HUNDRED,
        work,
        workingDays: 1,
        profiles: THREE_HUNDRED.profiles.map((one) => ({ ...one, sessionsPerDay: 0 })),
      }).verdict[0],
    ).toBeTruthy();
  });
});
