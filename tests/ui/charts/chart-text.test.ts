import { describe, expect, it } from "vitest";
import { fitText, spread, textWidth, wrapText } from "../../../src/ui/charts/chart-text.ts";

describe("fitText", () => {
  it("leaves a text that fits exactly", () => {
    expect(fitText("Claude Opus", textWidth("Claude Opus"))).toBe("Claude Opus");
  });

  it("cuts one that is a pixel too long, and says so", () => {
    const fitted = fitText("Claude Opus", textWidth("Claude Opus") - 1);
    expect(fitted).toMatch(/^Claude O?p?u?…$/);
    expect(textWidth(fitted)).toBeLessThan(textWidth("Claude Opus"));
  });
});

describe("wrapText", () => {
  it("breaks at spaces and puts what is left over into the last line", () => {
    const room = textWidth("developer");
    expect(wrapText("Typical developer", { room, lines: 2 })).toEqual(["Typical", "developer"]);
    expect(wrapText("A B C", { room: textWidth("A"), lines: 3 })).toEqual(["A", "B", "C"]);
    expect(wrapText("Typical developer here", { room, lines: 2 })[1]).toMatch(/…$/);
  });
});

describe("spread", () => {
  const within = [0, 100] as const;

  it.each([
    { why: "two labels 2 apart are put 15 apart", wanted: [10, 12], placed: [10, 25] },
    { why: "labels exactly 15 apart stay", wanted: [10, 25], placed: [10, 25] },
    { why: "the order asked is the order answered", wanted: [12, 10], placed: [25, 10] },
    { why: "at the end they are pushed back: 100, and 15 before it", wanted: [99, 100], placed: [85, 100] },
    { why: "outside they are brought in", wanted: [-20, 130], placed: [0, 100] },
    { why: "no label needs no room", wanted: [], placed: [] },
  ])("$why", ({ wanted, placed }) => {
    expect(spread(wanted, { gap: 15, within })).toEqual(placed);
  });

  it("shrinks the gap where there is no room: 3 labels in 20 stand 10 apart", () => {
    expect(spread([5, 5, 5], { gap: 15, within: [0, 20] })).toEqual([0, 10, 20]);
  });
});
