import { describe, expect, it } from "vitest";
import { combineAnswer } from "../../src/features/answer/combine-answer.ts";
import { DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** One developer whose month on the API comes to `usd`: one session a working day, 20 days, output on Sonnet 4.6 at $15 per MTok. */
function monthOf(usd: number, change: Partial<Scenario> = {}): Scenario {
  return {
    ...DEFAULT_SCENARIO,
    tokensOf: "claude-sonnet-4-6",
    workingDays: 20,
    profiles: [
      {
        name: "Coding",
        sessionsPerDay: 1,
        mix: [{ model: "claude-sonnet-4-6", percent: 100, locked: false }],
        usage: { ...DEFAULT_TOTALS, output: Math.round((usd / 20 / 15) * 1_000_000) },
      },
    ],
    ...change,
  };
}

const answerTo = (scenario: Scenario) => combineAnswer(scenario, estimate(scenario));
const OWN = (low: number, high: number): Partial<Scenario> => ({
  limitRule: "own",
  ownLimits: { ...DEFAULT_SCENARIO.ownLimits, pro: { low, high } },
});

describe("the sentence", () => {
  it("says what the API costs and what the cheapest plan does", () => {
    // $300 a month; Pro covers 120 to 200 of it: 20 + 180 = $200 and 20 + 100 = $120
    const { headline, verdict } = answerTo(monthOf(300, OWN(120, 200)));
    expect(headline).toBe("About $300 a month on the API");
    expect(verdict).toBe("Pro is cheaper: $120–$200 a month for the same work.");
  });

  it("gives one figure where both ends of the limit cost the same", () => {
    expect(answerTo(monthOf(90, OWN(120, 200))).verdict).toBe("Pro is cheaper: $20 a month for the same work.");
  });

  it("says that no plan is cheaper below every fee", () => {
    expect(answerTo(monthOf(12)).verdict).toBe("No plan is cheaper for this work.");
  });

  it("names both choices where the limit decides", () => {
    // Pro at its low end: 20 + (300 − 120) = $200, dearer than Max at $100; at its high end it covers all: $20
    const scenario = monthOf(300, {
      limitRule: "own",
      ownLimits: { ...DEFAULT_SCENARIO.ownLimits, pro: { low: 120, high: 400 }, max: { low: 900, high: 900 } },
    });
    expect(answerTo(scenario).verdict).toMatch(/^Cheapest is Max \(\$100\) or Pro \(\$20\): it depends on what the plans cover/);
  });

  it("counts a team as a whole and each", () => {
    const { headline, verdict } = answerTo(monthOf(300, { developers: 20, ...OWN(120, 200) }));
    expect(headline).toBe("About $6,000 a month on the API for 20 developers ($300 each)");
    expect(verdict).toBe("Pro is cheaper: $120–$200 a month each for the same work.");
  });

  it("offers programs no plan", () => {
    expect(answerTo(monthOf(300, { work: "app" })).verdict).toBe("Plans do not cover programs: the API is what there is.");
  });

  it("marks own rates and a lower bound", () => {
    expect(answerTo(monthOf(300, { discountPercent: 10 })).headline).toBe("About $270 a month on the API at your own rates");
    // 200,000 prompt tokens on Haiku 5.5 could have been one prompt above 100,000
    const haiku = monthOf(300, {});
    const [profile] = haiku.profiles;
    if (!profile) throw new Error("the scenario has a profile");
    const bound: Scenario = {
      ...haiku,
      tokensOf: "claude-haiku-5-5",
      profiles: [
        {
          ...profile,
          mix: [{ model: "claude-haiku-5-5", percent: 100, locked: false }],
          usage: { ...DEFAULT_TOTALS, input: 200_000 },
        },
      ],
    };
    expect(answerTo(bound).headline).toMatch(/^At least /);
  });

  it("says from how many sessions a day a plan pays", () => {
    // $20 of $300 a month is a fifteenth of one session a day: 0.0667, shown with two decimals
    expect(answerTo(monthOf(300, OWN(120, 200))).turn).toBe(
      "Pro beats the API from 0.07 sessions a day ($20.00 of API work a month).",
    );
  });
});

describe("figures", () => {
  it("belong together: session × sessions × days = month, × 12 = year", () => {
    const figures = answerTo(monthOf(300)).figures.map(({ id, value }) => [id, value]);
    // 300 / 20 days = 15 a day and, at one a day, a session
    expect(figures).toEqual([
      ["session", "$15.00"],
      ["day", "$15.00"],
      ["developer", "$300.00"],
      ["month", "$300.00"],
      ["year", "$3,600"],
    ]);
  });

  it("spread a day over 30 calendar days when told so, and say it", () => {
    const day = answerTo(monthOf(300, { dayBasis: "calendar" })).figures.find(({ id }) => id === "day");
    // 300 / 30
    expect(day).toMatchObject({ label: "Per calendar day", value: "$10.00", note: "1 developer, 30 days a month" });
  });
});
