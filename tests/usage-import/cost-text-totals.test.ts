import { describe, expect, it } from "vitest";
import { readCostText } from "../../src/usage-import/cost-text.ts";

const line = (model: string, { output = 0, usd = "" }: { readonly output?: number; readonly usd?: string } = {}) =>
  `${model}: 0 input, ${output} output, 0 cache read, 0 cache write${usd && ` ($${usd})`}`;
const OPUS = "claude-opus-4-8";
const HAIKU = "claude-haiku-4-5";

describe("the dollars that prints state over all", () => {
  it.each([
    ["a total, whatever the lines come to", ["Total cost: $3.00", line(OPUS, { usd: "1.00" })], 3],
    ["the sum of the lines where there is no total", [line(OPUS, { usd: "1.25" }), line(HAIKU, { usd: "0.50" })], 1.75],
    ["nothing where one of the lines states none", [line(OPUS, { usd: "1.25" }), line(HAIKU)], null],
    ["nothing where no model was asked and there is no total", [line("Usage")], null],
    ["the sum of several prints", ["Total cost: $3.00", line(OPUS), "", "/cost", line(HAIKU, { usd: "0.25" })], 3.25],
  ])("are %s", (_what, lines, stated) => {
    expect(readCostText(lines.join("\n")).stated).toBe(stated);
  });
});

describe("what a print's reader is told", () => {
  it("of a subscription, which shows no numbers", () => {
    expect(readCostText("> /cost\nWith your Claude Max subscription, no need to monitor cost")).toEqual({
      models: [],
      cost: 0,
      stated: null,
      details: [],
      problems: [
        {
          line: 2,
          reason:
            "on a subscription this version of Claude Code shows no numbers: use ccusage --json, or the session logs themselves",
        },
      ],
    });
  });

  it("of dollars without tokens, and of dollars that Claude Code doubts itself", () => {
    const doubtful = "Total cost: $0.01 (costs may be inaccurate due to usage of unknown models)\nTotal duration (API): 5s";
    expect(readCostText(doubtful)).toMatchObject({
      stated: 0.01,
      problems: [
        { line: 1, reason: "this print states dollars without tokens by model: nothing can be recalculated" },
        {
          line: 1,
          reason: "Claude Code calls this total inaccurate itself: it did not know the price of every model",
        },
      ],
    });
  });

  it("of several prints, and of one that is there twice", () => {
    const one = `Total cost: $1.00\n${line(OPUS)}`;
    expect(
      readCostText([one, line(HAIKU), "", "/cost", one, line(HAIKU), `Total cost: $2.00\n${line(OPUS)}`].join("\n")),
    ).toMatchObject({
      stated: 3,
      problems: [
        { line: 6, reason: "the same print as an earlier one: counted once" },
        {
          line: 9,
          reason: "2 prints are added up: a later print of the same session repeats what an earlier one has counted",
        },
      ],
    });
  });

  it("of nothing where a session has cost nothing", () => {
    expect(readCostText(`Total cost: $0.0000\n${line("Usage")}`)).toMatchObject({ stated: 0, models: [], problems: [] });
  });

  it("and usage of a model that nobody names is listed without a price", () => {
    expect(readCostText(line("Usage", { output: 7 }))).toMatchObject({
      models: [{ model: "unknown", known: false, usage: { output: 7 }, requests: null, cost: null, stated: null }],
      problems: [],
    });
  });
});
