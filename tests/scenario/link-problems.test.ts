import { describe, expect, it } from "vitest";
import { parseComparison, parseScenario } from "../../src/scenario/link.ts";

const START = "v=1&pd=2026-11-20";

describe("everything that is said of a link, word for word", () => {
  const UNLIKE = { field: "link", reason: "it is not written as this calculator writes links: check the figures" };

  it.each([
    ["a number written in another way", `${START}&dev=07&z=3`, UNLIKE],
    ["pairs in another order", `${START}&off=5&dev=7&z=4`, UNLIKE],
    ["what version 1 has anyway", `${START}&dev=1&z=3`, UNLIKE],
    [
      "one that says what else is wrong is not said to be written otherwise too",
      `${START}&dev=07&off=101&z=4`,
      { field: "off", reason: "101 became 100: it takes 0 to 100, up to 1 decimals" },
    ],
    [
      "a contradiction, by the key that gave way",
      `${START}&batch=20&fast=1&z=4`,
      {
        field: "batch",
        reason: "batch and fast mode exclude each other",
      },
    ],
    [
      "one in the second scenario, by its key there",
      `${START}&cmp=2_a_a&b.batch=20&b.fast=1&z=5`,
      {
        field: "b.batch",
        reason: "batch and fast mode exclude each other",
      },
    ],
    [
      "levers that ask for more than all of the work",
      `${START}&xr=1_80_20.1_h5.5_s5.5_o5.5_session_0&z=3`,
      {
        field: "xr",
        reason: "easy and medium work add to 100.1 %: more than 100",
      },
    ],
    [
      "a mix that is not all of it",
      `${START}&mix=o5.5_50&z=3`,
      {
        field: "mix",
        reason: "the shares of a model mix must add to 100 %: they were brought there by their proportions",
      },
    ],
    [
      "a session that is both routed and switched",
      `${START}&sw=2_o4.6&rt=request&z=4`,
      {
        field: "sw",
        reason: "a session whose requests are routed has no switch of its own",
      },
    ],
  ])("%s", (_why, text, problem) => {
    expect(parseComparison(text).problems).toEqual([problem]);
  });

  it("who reads a comparison as one scenario gets the edited one, and is told", () => {
    const { scenario, problems } = parseScenario(`${START}&cmp=3_a_c&b.dev=2&c.dev=3&z=5`);
    expect(scenario.developers).toBe(3);
    expect(problems).toEqual([{ field: "link", reason: "it compares 3 scenarios: this is the one that was being edited" }]);
  });

  it("that comes last, after what is wrong with the link", () => {
    expect(parseScenario(`${START}&cmp=2_a_b&b.dev=0&z=4`).problems).toEqual([
      { field: "b.dev", reason: "0 became 1: it takes 1 to 100000, whole numbers" },
      { field: "link", reason: "it compares 2 scenarios: this is the one that was being edited" },
    ]);
  });
});
