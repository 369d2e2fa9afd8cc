import { describe, expect, it } from "vitest";
import { pagesInWords } from "../../src/app/page-words.ts";
import { PRESET_IDS } from "../../src/scenario/preset-ids.ts";

describe("the words of the static pages", () => {
  const pages = pagesInWords();

  it("begin with the main page and follow the presets", () => {
    expect(pages.map(({ preset }) => preset)).toEqual([null, ...PRESET_IDS]);
  });

  it("say of twenty typical developers what the answer says", () => {
    const team = pages.find(({ preset }) => preset === "team");
    expect(team?.title).toBe("Team of 20: what Claude Code costs");
    // 20 × 15 days × 3 sessions × $4.323008 (worked out in tests/e2e/answer.e2e.ts) = $3,890.7072; a twentieth is $194.53536
    expect(team?.description).toMatch(/^About \$3,891 a month on the API for 20 developers \(\$195 each\)\. /);
    expect(team?.card.figures.map(({ label, value }) => [label, value])).toEqual([
      ["Per session", "$4.32"],
      // 3 × 4.323008 = 12.969024
      ["Per active day", "$12.97"],
      ["Per month", "$3,891"],
    ]);
    expect(team?.card.date).toBe("Prices checked 2026-11-20");
  });

  it("call the main page's figures an example", () => {
    expect(pages[0]?.card.subject).toBe("Example: typical developer");
  });

  it("are short enough for what shows them", () => {
    // Search engines cut titles from about 60 characters and descriptions from about 160 to 300.
    for (const { title, description } of pages) {
      expect(title.length).toBeLessThanOrEqual(60);
      expect(description.length).toBeLessThanOrEqual(300);
    }
  });
});
