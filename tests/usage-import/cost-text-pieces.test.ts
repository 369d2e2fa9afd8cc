import { describe, expect, it } from "vitest";
import { readPrintedUsd } from "../../src/usage-import/cost-text-entry.ts";
import { costLines } from "../../src/usage-import/cost-text-lines.ts";

describe("a printed amount", () => {
  it.each([
    // Half of the last printed digit.
    ["0.55", 0.55, 0.005],
    ["3.1", 3.1, 0.05],
    ["3", 3, 0.5],
    ["1000000000000", 1e12, 0.5],
  ])("%s is known to half of its last digit", (text, usd, slackUsd) => {
    const read = readPrintedUsd(text);
    expect(read?.usd).toBe(usd);
    expect(read?.slackUsd).toBeCloseTo(slackUsd, 12);
  });

  it.each(["", "free", "1000000000001"])("%j is none", (text) => {
    expect(readPrintedUsd(text)).toBeNull();
  });
});

describe("lines of a print", () => {
  const compact = (text: string) => costLines(text).map((line) => [line.line, line.compact]);

  it("go on in a line that begins with no known word", () => {
    expect(compact("Total cost: $1\n  .25")).toEqual([[1, "Totalcost:$1.25"]]);
  });

  it("do not go on behind a blank line, nor before the first that begins with a known word", () => {
    expect(compact("words\nTotal cost: $1\n\n.25")).toEqual([[2, "Totalcost:$1"]]);
  });

  it("begin anew with a known word, and keep their numbers", () => {
    expect(compact("Total cost: $1\nTotal duration (API): 5s")).toEqual([
      [1, "Totalcost:$1"],
      [2, "Totalduration(API):5s"],
    ]);
  });
});
