import { describe, expect, it } from "vitest";
import { costLines } from "../../src/usage-import/cost-text-lines.ts";

const ESC = "\u001b";
const BEL = "\u0007";
const compactOf = (text: string) => costLines(text).map(({ compact }) => compact);

describe("a line of a print is freed of what stands around it", () => {
  it.each([
    ["a terminal's colours", `${ESC}[1mTotal cost:${ESC}[22m ${ESC}[38;5;9m$1${ESC}[0m`],
    ["a link that a bell ends", `${ESC}]8;;https://example.com${BEL}Total cost: $1${ESC}]8;;${BEL}`],
    ["a link that an escape ends", `${ESC}]8;;https://example.com${ESC}\\Total cost: $1`],
    ["a lone escape", `${ESC}MTotal cost: $1`],
    ["the tags of a log", "<local-command-stdout>Total cost: $1</local-command-stdout>"],
    ["the tags of a shell", "<bash-stdout>Total cost: $1</bash-stdout>"],
    ["a box", "│ Total cost: $1 │"],
    ["an answer's corner", "  ⎿  Total cost: $1"],
    ["prompts", "> ❯ Total cost: $1  "],
    ["the marks of a list", " • ● * Total cost: $1"],
  ])("%s", (_what, text) => {
    expect(costLines(text)).toEqual([{ head: "Total cost: $1", compact: "Totalcost:$1", line: 1 }]);
  });

  it("and what stood on either side of a frame or a tag stays apart", () => {
    expect(costLines("<command-name>/cost</command-name><command-message>cost</command-message>")[0]?.head).toBe("/cost  cost");
    expect(compactOf("│claude-x:│1 input│")).toEqual(["claude-x:1input"]);
  });
});

describe("a line of a print begins", () => {
  it.each([
    "Total cost: $1",
    "total cost: $1",
    "Total duration (API): 5s",
    "Total code changes: 1 line added",
    "Token usage by model:",
    "Usage by model:",
    "Prompt cache (main): 28 requests",
    "Current session",
    "Current week (all models)",
    "Resets 3am (Europe/Vienna)",
    "With your Claude Pro subscription, no need",
    "You are currently using your overages",
    "/cost",
    "/usage",
    "claude-x:",
    "claude-x: 1 input",
  ])("with %j", (line) => {
    expect(costLines(`Total cost: $9\n${line}`)).toEqual([
      { head: "Total cost: $9", compact: "Totalcost:$9", line: 1 },
      { head: line, compact: line.replaceAll(" ", ""), line: 2 },
    ]);
  });

  it.each([
    "my Total cost: $1",
    "total costs $1",
    "our usage by model:",
    "what Resets at 3am",
    "see /cost",
    "/costs",
    "12:30 pm",
    "a claude-x: 1 input",
  ])("not with %j, which goes on in the line before", (line) => {
    expect(compactOf(`Total cost: $9\n${line}`)).toEqual([`Totalcost:$9${line.replaceAll(" ", "")}`]);
  });
});

describe("a line that a terminal broke", () => {
  it.each([
    // The head is the first of twelve pieces.
    [10, 10],
    [11, 11],
    [12, 11],
  ])("in %i more pieces is put together from %i of them", (pieces, kept) => {
    expect(compactOf(`Total cost: $1${"\n2".repeat(pieces)}`)).toEqual([`Totalcost:$1${"2".repeat(kept)}`]);
  });

  it.each([
    [1_999, `Totalcost:$1${"x".repeat(1_999)}.25`],
    [2_000, `Totalcost:$1${"x".repeat(2_000)}.25`],
    // Too long for a print: it ends the line before it as a blank one does.
    [2_001, "Totalcost:$1"],
  ])("goes on in a line of %i characters, where that is one of a print", (length, compact) => {
    expect(compactOf(`Total cost: $1\n${"x".repeat(length)}\n.25`)).toEqual([compact]);
  });

  it("before any line has begun is none, and neither is what follows a blank line", () => {
    expect(costLines("words\nTotal cost: $1\n.2\n│ │\n.5\nTotal cost: $2")).toEqual([
      { head: "Total cost: $1", compact: "Totalcost:$1.2", line: 2 },
      { head: "Total cost: $2", compact: "Totalcost:$2", line: 6 },
    ]);
  });
});
