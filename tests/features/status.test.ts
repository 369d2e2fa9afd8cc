import { describe, expect, it } from "vitest";
import { combineStatus } from "../../src/features/status/combine-status.ts";
import { tellAtRest } from "../../src/features/status/tell-at-rest.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { byTotals, scenarioOf } from "../scenario/made-scenario.ts";

// 1,000,000 tokens of output on Sonnet 4.6 are $15 a session; a day of 20 such is a month of $300
const MONTH = estimate(scenarioOf([byTotals("claude-sonnet-4-6", { output: 1_000_000 }, { sessionsPerDay: 20 })]));

const said = (facts: Partial<Parameters<typeof combineStatus>[0]>) =>
  combineStatus({ estimate: MONTH, before: 300, isStale: false, way: null, ...facts });

describe("what a change is announced by", () => {
  it("is the month, how far it moved, and which way", () => {
    // 300 − 290 and 400 − 300
    expect(said({ before: 290 })).toBe("About $300 a month on the API, up $10.");
    expect(said({ before: 400 })).toBe("About $300 a month on the API, down $100.");
    expect(said({})).toBe("About $300 a month on the API, unchanged.");
  });

  it("says what was done where a step was taken back or made again", () => {
    expect(said({ before: 290, way: "undo" })).toBe("Undone: about $300 a month on the API, up $10.");
    expect(said({ before: 400, way: "redo" })).toBe("Redone: about $300 a month on the API, down $100.");
  });

  it("is no new figure while an input cannot be used", () => {
    expect(said({ before: 290, isStale: true })).toBe(
      "Not updated: an input cannot be used. It is still about $300 a month on the API.",
    );
  });

  it("says at least where totals leave open whether the long-context tier applied", () => {
    // 200,001 tokens without a count of requests: they can have been one prompt above Haiku 5.5's threshold of 200,000
    const haiku = "claude-haiku-5-5";
    const open = estimate(scenarioOf([byTotals(haiku, { input: 200_001, requests: null })], { tokensOf: haiku }));
    expect(open.profiles[0]?.models[0]?.session.lowerBound).toBe(true);
    expect(said({ estimate: open, before: open.perMonth })).toMatch(/^At least \$/);
    expect(said({ estimate: open, isStale: true })).toContain("still at least $");
  });
});

describe("the rest after which it is told", () => {
  /** A watch whose clock the test moves by hand. */
  function atZero() {
    let clock = 0;
    let due: { readonly at: number; readonly task: () => void } | null = null;
    const told: number[] = [];
    const watch = tellAtRest({
      after: (milliseconds, task) => {
        const own = { at: clock + milliseconds, task };
        due = own;
        return () => {
          if (due === own) due = null;
        };
      },
      tell: () => told.push(clock),
    });
    const pass = (milliseconds: number): void => {
      const end = clock + milliseconds;
      if (due && due.at <= end) {
        clock = due.at;
        const { task } = due;
        due = null;
        task();
      }
      clock = end;
    };
    return { ...watch, pass, told };
  }

  it("is 700 ms after the last of many changes", () => {
    const page = atZero();
    for (let step = 0; step < 20; step++) {
      page.change();
      page.pass(699);
    }
    expect(page.told).toEqual([]);
    page.pass(1);
    // The last of the 20 came at 19 × 699 = 13,281
    expect(page.told).toEqual([13_981]);
  });

  it("ends for a slider only when it is let go, and then tells once", () => {
    const page = atZero();
    page.hold();
    page.change();
    page.pass(2_000);
    page.change();
    page.pass(3_000);
    expect(page.told).toEqual([]);
    page.letGo();
    page.pass(2_000);
    expect(page.told).toEqual([5_000]);
  });

  it("begins at the last change of a slider that was let go while it moved", () => {
    const page = atZero();
    page.hold();
    page.pass(1_000);
    page.change();
    page.pass(100);
    page.letGo();
    page.pass(599);
    expect(page.told).toEqual([]);
    page.pass(1);
    expect(page.told).toEqual([1_700]);
  });

  it("tells nothing of a slider that was only touched, and nothing more once it is stopped", () => {
    const page = atZero();
    page.hold();
    page.pass(2_000);
    page.letGo();
    expect(page.told).toEqual([]);
    page.change();
    page.stop();
    page.pass(2_000);
    expect(page.told).toEqual([]);
  });
});
