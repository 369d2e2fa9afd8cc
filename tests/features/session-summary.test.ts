import { describe, expect, it } from "vitest";
import { notReached, summaryOf } from "../../src/features/session/assumptions-summary.ts";
import { DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import type { SimulatedUsage } from "../../src/scenario/scenario.ts";

const ALWAYS = "5-minute cache, 20K base prompt, 2 breaks, no compaction";

function summary(fields: Partial<SimulatedUsage>, isMixed = false): string {
  return summaryOf({ ...DEFAULT_SIMULATED, ...fields }, { isMixed });
}

describe("the line beside the folded assumptions", () => {
  it.each<[string, Partial<SimulatedUsage>, string]>([
    ["nothing that is not set", {}, ALWAYS],
    ["where the conversation is cleared", { clearAfterRequests: 30 }, `${ALWAYS}, /clear after 30 requests`],
    ["one subagent as one", { subagents: { ...DEFAULT_SIMULATED.subagents, count: 1 } }, `${ALWAYS}, 1 subagent`],
    ["how many subagents", { subagents: { ...DEFAULT_SIMULATED.subagents, count: 6 } }, `${ALWAYS}, 6 subagents`],
    [
      "the model that a session goes on on",
      { modelSwitch: { beforeRequest: 40, model: "claude-sonnet-5-5" } },
      `${ALWAYS}, Sonnet 5.5 from request 40`,
    ],
    ["no routing over a mix of one model", { routing: "request" }, ALWAYS],
  ])("names %s", (_what, fields, line) => {
    expect(summary(fields)).toBe(line);
  });

  it("names the routing of requests over a mix of several models, and nothing where sessions are mixed", () => {
    expect(summary({ routing: "request" }, true)).toBe(`${ALWAYS}, a model for each request`);
    expect(summary({ routing: "session" }, true)).toBe(ALWAYS);
  });
});

describe("a setting that the session is too short for", () => {
  it.each([
    [1, "A session of 1 request never gets there."],
    [80, "A session of 80 requests never gets there."],
  ])("is said so for %i", (requests, words) => {
    expect(notReached(requests)).toBe(words);
  });
});
