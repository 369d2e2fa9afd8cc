import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { combinePaste, type PasteView } from "../../src/features/import/combine-paste.ts";
import { forgetUsage, readPaste, usageStore } from "../../src/state/usage-store.ts";

function viewOf(text: string): PasteView {
  readPaste(text);
  const { paste } = usageStore.getState();
  if (!paste) throw new Error("the paste was not read");
  return combinePaste(paste);
}

const print = (line: string): string => `Total cost: $1.50\nUsage by model:\n    ${line}`;

beforeEach(forgetUsage);

describe("a print of /cost", () => {
  it("is recalculated as a band where its counts are rounded, and reconciles", () => {
    // 100.0k output is 99,950 to 100,050, at $15 a MTok: $1.499 to $1.501.
    const view = viewOf(print("claude-sonnet-4-6:  0 input, 100.0k output, 0 cache read, 0 cache write ($1.50)"));
    expect(view.rows[0]?.cells).toEqual(["Sonnet 4.6", "$1.50", "$1.50", "0", "0", "0", "100K"]);
    expect(view.reconciliation).toEqual(["Sonnet 4.6: $1.50 stated reconciles: its tokens come to $1.50."]);
    expect(view.headline).toBe(
      "A print of /cost or /usage: about $1.50 recalculated from its tokens, $1.50 stated. At list prices, not a bill.",
    );
  });

  it("says plainly where the dollars do not reconcile", () => {
    const view = viewOf(print("claude-sonnet-4-6:  0 input, 100 output, 0 cache read, 0 cache write ($1.50)"));
    // 100 × 15 / 1e6 = 0.0015.
    expect(view.reconciliation).toEqual(["Sonnet 4.6: $1.50 stated does not reconcile: its tokens come to $0.0015."]);
  });

  it("infers how much of the writes lived an hour, with the band of the rounding", () => {
    const text = readFileSync("tests/fixtures/usage/cost-text/2.1-two-models.txt", "utf8");
    const [sonnet] = viewOf(text).reconciliation;
    expect(sonnet).toMatch(
      /reconciles only with 1-hour cache writes: .* about \d+% \(\d+% to \d+%\) of the writes lived an hour\.$/,
    );
  });

  it("with a model that has no price is a lower bound and names it", () => {
    const view = viewOf(
      print(
        "claude-sonnet-4-6:  0 input, 100 output, 0 cache read, 0 cache write\n    acme-1:  5 input, 7 output, 0 cache read, 0 cache write",
      ),
    );
    expect(view.unpriced).toBe("No price is known for acme-1 (12 tokens): not in the total.");
    expect(view.footer.slice(0, 3)).toEqual(["Total", "≥ $0.0015", "$1.50"]);
    expect(view.rows[1]?.cells[1]).toBe("no known price");
  });
});

describe("other texts", () => {
  it("that state dollars are reconciled too", () => {
    const text = readFileSync("tests/fixtures/usage/ccusage/20.0.24-claude-daily.json", "utf8");
    expect(viewOf(text).reconciliation.some((sentence) => sentence.startsWith("Opus 4.8: $0.26 stated"))).toBe(true);
  });

  it("that state none say so", () => {
    const view = viewOf('{"model":"claude-sonnet-4-6","usage":{"input_tokens":1000000,"output_tokens":0}}');
    expect(view.headline).toBe(
      "Usage of the API: about $3.00 recalculated from its tokens, no amount stated. At list prices, not a bill.",
    );
    expect(view.reconciliation).toEqual([]);
  });
});
