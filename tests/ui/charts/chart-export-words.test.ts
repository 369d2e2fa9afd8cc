import { describe, expect, it } from "vitest";
import { wordsAbove, wordsBelow } from "../../../src/ui/charts/chart-export-words.ts";
import { textWidth } from "../../../src/ui/charts/chart-text.ts";

const WORDS = {
  title: "What it has cost so far",
  takeaway: "$4.32 by the session's end; with nothing cached it would be $32.65, 7.6 times as much.",
  pricesOf: "2026-11-20",
  link: `https://calc.test/#v=1&${"ab=12345&".repeat(200)}z=201`,
};

describe("the words of a picture", () => {
  it.each([320, 800])("say title and sentence whole, in lines of at most %i pixels", (room) => {
    const lines = wordsAbove(WORDS, room);
    expect(lines.map(({ text }) => text).join(" ")).toBe(`${WORDS.title} ${WORDS.takeaway}`);
    for (const { text, size } of lines) expect((textWidth(text) * size) / 12).toBeLessThanOrEqual(room);
  });

  it("leave a missing sentence out", () => {
    expect(wordsAbove({ ...WORDS, takeaway: null }, 800).map(({ text }) => text)).toEqual([WORDS.title]);
  });

  it.each([320, 800])("have the day and every letter of a long link in lines of at most %i pixels", (room) => {
    const lines = wordsBelow(WORDS, room);
    const said = lines.filter(({ isLink }) => !isLink).map(({ text }) => text);
    const link = lines.filter(({ isLink }) => isLink).map(({ text }) => text);
    expect(said.join(" ")).toContain("prices of 2026-11-20");
    expect(link.join("")).toBe(WORDS.link);
    for (const { text, size } of lines) expect((textWidth(text) * size) / 12).toBeLessThanOrEqual(room + size);
  });
});
