import { describe, expect, it } from "vitest";
import { combinePriceNote, combineRetired } from "../../src/features/notices/combine-price-note.ts";
import { combineFile, combineMarkdown, shareLine } from "../../src/features/share/combine-share.ts";
import { LONGEST_SHARED, readShared } from "../../src/features/share/read-shared.ts";
import { drawCode } from "../../src/features/share/share-code.tsx";
import { alone } from "../../src/scenario/comparison.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { parseScenario, serializeComparison } from "../../src/scenario/link.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

const LINK = "v=1&pd=2026-11-20&dev=25&of=s5.5&mix=s5.5_100&z=5";
const ADDRESS = `https://example.org/cost/#${LINK}`;
const scenarioOf = (link: string): Scenario => parseScenario(link).scenario;
const sonnet = scenarioOf(LINK);

describe("a scenario in a line", () => {
  it("says who, on which model, what a month costs, at the prices of which day", () => {
    // A month of the typical developer on Sonnet 5.5, MTok × rate: 16.6752 × 2.50 + 339.7968 × 0.10 + 2.16 × 10 = 97.26768; × 25 = 2,431.692
    expect(shareLine(sonnet)).toBe("25 developers, Sonnet 5.5: $2,432 a month (prices 2026-11-20)");
    // On Opus 5.5: 16.6752 × 5 + 339.7968 × 0.20 + 2.16 × 20 = 194.53536
    expect(shareLine(DEFAULT_SCENARIO)).toBe("1 developer, Opus 5.5: $194.54 a month (prices 2026-11-20)");
  });

  it("names a contract's discount", () => {
    // 194.53536 × 0.875 = 170.21844
    expect(shareLine({ ...DEFAULT_SCENARIO, discountPercent: 12.5 })).toBe(
      "1 developer, Opus 5.5: $170.22 a month (prices 2026-11-20, 12.5% discount)",
    );
  });

  it("names up to three models and counts more", () => {
    const mixed = (shares: readonly string[]) => shareLine(scenarioOf(`v=1&pd=2026-11-20&mix=${shares.join("~")}&z=3`));
    expect(mixed(["o5.5_50", "s5.5_30", "h5.5_20"])).toContain("1 developer, Opus 5.5, Sonnet 5.5 and Haiku 5.5: ");
    expect(mixed(["o5.5_50", "s5.5_30", "h5.5_10", "s5_10"])).toContain("1 developer, 4 models: ");
  });

  it("has no figure where its inputs contradict each other", () => {
    const torn = { ...DEFAULT_SCENARIO, ownModels: [], profiles: DEFAULT_SCENARIO.profiles.map((it) => ({ ...it, mix: [] })) };
    expect(shareLine(torn)).toBe("1 developer: not worked out, its inputs contradict each other (prices 2026-11-20)");
  });
});

describe("Markdown with the number", () => {
  it("is the line and the link, in brackets that keep it whole", () => {
    expect(combineMarkdown(alone(sonnet), ADDRESS)).toBe(
      `25 developers, Sonnet 5.5: $2,432 a month (prices 2026-11-20) <${ADDRESS}>`,
    );
    expect(combineMarkdown(alone(sonnet), null)).toBe("25 developers, Sonnet 5.5: $2,432 a month (prices 2026-11-20)");
  });

  it("has a line for each compared scenario by its letter, the link behind them", () => {
    expect(combineMarkdown({ scenarios: [DEFAULT_SCENARIO, sonnet], baseline: 1, edited: 0 }, ADDRESS)).toBe(
      [
        "- A: 1 developer, Opus 5.5: $194.54 a month (prices 2026-11-20)",
        "- B (baseline): 25 developers, Sonnet 5.5: $2,432 a month (prices 2026-11-20)",
        "",
        `<${ADDRESS}>`,
      ].join("\n"),
    );
  });
});

describe("a file", () => {
  const comparison = { scenarios: [DEFAULT_SCENARIO, sonnet], baseline: 0, edited: 1 };
  const text = JSON.stringify(combineFile(comparison, serializeComparison(comparison)));

  it("names what it is, and each scenario's totals unrounded", () => {
    const file = JSON.parse(text);
    expect(file).toMatchObject({ calculator: "claude-code-cost", version: 1, link: serializeComparison(comparison) });
    expect(file.totals[0]).toMatchObject({ scenario: "A", priceDate: "2026-11-20" });
    expect(file.totals[0].perMonth).toBeCloseTo(194.53536, 9);
    expect(file.totals[1].perMonth).toBeCloseTo(2_431.692, 9);
    expect(file.totals[1].perDeveloperMonth).toBeCloseTo(97.26768, 9);
    expect(file.totals[1].perSession).toBeCloseTo(97.26768 / 45, 9);
  });

  it("opens as the same comparison, as do its text among blanks, the link and the whole address", () => {
    expect(readShared(text)).toEqual({ comparison, problems: [] });
    expect(readShared(` \n${text}\n`)).toEqual({ comparison, problems: [] });
    for (const pasted of [LINK, `#${LINK}`, ADDRESS, ADDRESS.replace("#", "%23"), `${ADDRESS}\n`])
      expect(readShared(pasted), pasted).toEqual({ comparison: alone(sonnet), problems: [] });
  });

  it("opens by its link alone: totals that were changed change nothing", () => {
    const changed = JSON.stringify({ ...JSON.parse(text), totals: [{ perMonth: 1 }], scenario: { developers: 9 } });
    expect(readShared(changed)).toEqual({ comparison, problems: [] });
  });

  it.each([
    ["nothing", " "],
    ["a cut file", text.slice(0, -1)],
    ["another program's JSON", '{"a":1}'],
    ["a list", "[1]"],
    ["no link", '{"calculator":"claude-code-cost","version":1}'],
    ["an empty link", '{"calculator":"claude-code-cost","version":1,"link":""}'],
    ["a link that is a list", '{"calculator":"claude-code-cost","version":1,"link":["v=1"]}'],
    ["everything lent by __proto__", `{"__proto__":${text}}`],
    ["a link lent by __proto__", `{"calculator":"claude-code-cost","version":1,"__proto__":{"link":"${LINK}"}}`],
    ["a version in words", `{"calculator":"claude-code-cost","version":"1","link":"${LINK}"}`],
    ["a newer version", `{"calculator":"claude-code-cost","version":2,"link":"${LINK}"}`],
    ["a deep nest", `{"a":${"[".repeat(40_000)}`],
    ["plain words", "hello there"],
    ["an address without a scenario", "https://example.org/cost/"],
    ["script", "javascript:alert(1)"],
  ])("that is %s is refused with a reason", (_, hostile) => {
    expect(readShared(hostile)).toEqual({ problem: expect.stringMatching(/^(It|There|A newer) .+\.$/) });
  });

  it("is read up to 100,000 characters", () => {
    const longest = `${text.slice(0, -1)}${" ".repeat(LONGEST_SHARED - text.length)}}`;
    expect(longest).toHaveLength(LONGEST_SHARED);
    expect(readShared(longest)).toEqual({ comparison, problems: [] });
    expect(readShared(longest.replace("{", "{ "))).toEqual({ problem: expect.stringContaining("longer than 100,000") });
  });

  it("with a link that was cut opens what can be read, and names what is missing", () => {
    const cut = JSON.stringify({ ...JSON.parse(text), link: LINK.slice(0, -4) });
    expect(readShared(cut)).toMatchObject({ comparison: alone(sonnet), problems: [{ field: "link" }] });
  });
});

describe("the QR code", () => {
  // ISO/IEC 18004, table 7: at level L, version 10 (4 × 10 + 17 = 57 modules) holds 271 bytes and version 11 (61 modules) 321.
  it("has at most 57 modules up to 271 characters, and 61 from 272 on", () => {
    expect(drawCode(`${ADDRESS}&${"a".repeat(271 - ADDRESS.length - 1)}`).size).toBe(57);
    expect(drawCode(`${ADDRESS}&${"a".repeat(272 - ADDRESS.length - 1)}`).size).toBe(61);
  });

  it("of another link is another code", () => {
    expect(drawCode(ADDRESS).path).not.toBe(drawCode(ADDRESS.replace("dev=25", "dev=26")).path);
  });

  it("holds the longest link that is shared", () => {
    expect(drawCode(`https://example.org/cost/#${"a".repeat(1_900)}`).size).toBeLessThanOrEqual(177);
  });
});

describe("U4: prices of an earlier day", () => {
  const noteOn = (link: string) => combinePriceNote(scenarioOf(link), estimate(scenarioOf(link)));

  it("stand beside today's, with the difference", () => {
    // Until 2026-10-07 a read cost $0.20: 41.688 + 339.7968 × 0.20 + 21.6 = 131.24736; today 97.26768: −33.97968, −25.9%.
    expect(noteOn("v=1&pd=2026-10-01&of=s5.5&mix=s5.5_100&z=4")).toBe(
      "Prices as of 2026-10-01: $131.25 a month. With today's prices (2026-11-20) it would be $97.27 (−$33.98, −26%).",
    );
  });

  it("that have not changed since are said to be the same", () => {
    expect(noteOn("v=1&pd=2026-11-19&z=2")).toBe(
      "Prices as of 2026-11-19: $194.54 a month. With today's prices (2026-11-20) it would be the same.",
    );
  });

  it("need no word where they are today's", () => {
    expect(noteOn("v=1&pd=2026-11-20&z=2")).toBeNull();
  });

  it("a model that is no longer served is priced at its last rates, and named", () => {
    const retired = scenarioOf("v=1&pd=2026-11-20&of=o4&mix=o4_100&z=4");
    // 16.6752 × 18.75 + 339.7968 × 1.50 + 2.16 × 75 = 984.3552
    expect(estimate(retired).perMonth).toBeCloseTo(984.3552, 9);
    expect(combineRetired(estimate(retired))).toBe("Opus 4: no longer served, so it is priced at the last rates.");
    expect(combineRetired(estimate(DEFAULT_SCENARIO))).toBeNull();
  });
});
