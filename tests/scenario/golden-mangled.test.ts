import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { parseComparison, parseSaved, parseScenario, serializeComparison } from "../../src/scenario/link.ts";
import { cpuClock } from "../lib/cpu-clock.ts";
import { anyChange, anyWrapping } from "./any-change.ts";
import { anyComparison } from "./any-comparison.ts";
import { goldenLinks, inForce, pinnedComparison, pinnedDefaults } from "./golden-entries.ts";
import { asSent, type Change, changed } from "./link-change.ts";

const golden = inForce(goldenLinks);
const links = golden.map(({ link }) => link);
/** Comparisons of every kind that a link can be, the same in each run. */
const comparisons = fc
  .sample(anyComparison({ mostRequests: 50, mostProfiles: 3 }), { numRuns: 40, seed: 7 })
  .map(serializeComparison)
  .filter((text) => text.length < 4_000);
const VARIED: readonly string[] = [...links, ...comparisons];

/** Nothing was said of a text that means something else than the link that it was made from, and nobody wrote it. */
function isSilentlyAnother(link: string, text: string): boolean {
  const { comparison, problems } = parseComparison(text);
  if (problems.length > 0 || isDeepStrictEqual(comparison, parseComparison(link).comparison)) return false;
  return serializeComparison(comparison) !== asSent(text);
}

describe("what mail and chat programs do to a golden link changes nothing", () => {
  const wrappings: readonly (readonly [string, (link: string) => string])[] = [
    ["its # written as %23", (link) => `%23${link}`],
    ["& written as &amp;", (link) => link.replaceAll("&", "&amp;")],
    ["percent-encoded once", encodeURIComponent],
    ["percent-encoded twice", (link) => encodeURIComponent(encodeURIComponent(link))],
    ["its # and all of it encoded twice", (link) => encodeURIComponent(encodeURIComponent(`#${link}`))],
    // Encoders of the last century take ~ . - and _ for signs too.
    [
      "every sign encoded, each pair by itself",
      (link) => link.replaceAll("~", "%7E").replaceAll("_", "%5F").replaceAll(".", "%2e"),
    ],
    ["WordPress's secret behind it", (link) => `#${link}#?secret=x1y2z3`],
    ["campaigns' marks around it", (link) => `utm_source=news&${link}&utm_medium=mail&fbclid=IwAR0_x-Y`],
    ["keys of every object's", (link) => `__proto__=1&${link}&constructor=2&toString=3`],
    ["blanks around it", (link) => ` ${link}\n`],
  ];

  it.each(wrappings)("%s", (_why, wrap) => {
    for (const entry of golden) {
      const comparison = pinnedComparison(entry, pinnedDefaults);
      expect(parseComparison(wrap(entry.link))).toEqual({ comparison, problems: [] });
    }
  });
});

describe("a golden link that was cut short never looks whole (U6)", () => {
  it.each(links)("%s, cut at every place", (link) => {
    const elapsed = cpuClock();
    const silent = [...link]
      .map((_, length) => link.slice(0, length))
      .filter((text) => text !== "" && parseComparison(text).problems.length === 0);
    expect(silent).toEqual([]);
    // 50 ms for each would be some 5 s; a tenth of that still forgives a slow machine.
    expect(elapsed()).toBeLessThan(5 * link.length);
  });

  it("nor one whose beginning is gone", () => {
    const silent = links.flatMap((link) => [...link].map((_, start) => link.slice(start + 1))).filter((text) => text !== "");
    expect(silent.filter((text) => parseComparison(text).problems.length === 0)).toEqual([]);
  });
});

describe("a changed comparison is not passed off as the sender's", () => {
  const everywhere: readonly Change["kind"][] = ["delete", "swap", "double", "repeat pair", "drop pair", "swap pairs"];

  it.each(everywhere)("golden links, %s at every place", (kind) => {
    for (const link of links) {
      const silent = [...link]
        .map((_, i) => changed(link, { kind, at: i / link.length }))
        .filter((text) => isSilentlyAnother(link, text));
      expect(silent).toEqual([]);
    }
  });

  it("one change anywhere is named, or the text is itself a canonical link", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIED), anyChange, (link, change) => {
        const text = changed(link, change);
        if (isSilentlyAnother(link, text)) expect.fail(`nothing was said of ${text}`);
      }),
      { numRuns: 10_000 },
    );
  });

  it("nor is one scenario of a comparison: what was left out is said", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIED), anyChange, (link, change) => {
        const text = changed(link, change);
        const { comparison } = parseComparison(text);
        const { scenario, problems } = parseScenario(text);
        expect(scenario).toEqual(comparison.scenarios[comparison.edited]);
        if (comparison.scenarios.length > 1) expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("any number of changes, encodings and marks on top never make it throw, and leave scenarios without contradictions", () => {
    const elapsed = cpuClock();
    fc.assert(
      fc.property(
        fc.constantFrom(...VARIED),
        fc.array(anyChange, { minLength: 1, maxLength: 6 }),
        anyWrapping,
        (link, changes, wrap) => {
          const { scenarios, baseline, edited } = parseComparison(wrap(changes.reduce(changed, link))).comparison;
          expect(scenarios.flatMap(conflicts)).toEqual([]);
          expect(Math.max(baseline, edited)).toBeLessThan(scenarios.length);
        },
      ),
      { numRuns: 5_000 },
    );
    // 50 ms for each would be 250 s; a tenth of that still forgives a slow machine.
    expect(elapsed()).toBeLessThan(25_000);
  });
});

describe("the dearest comparisons to read take no 50 ms (U6)", () => {
  const mix = "s3.5a_8.1l~s3.5_8.1l~s3.7_8.1l~o4.1_8.1l~o3_8.1l~h3.5_59.5l";
  const kinds = (prefix: string): string =>
    ["", "2.", "3.", "4.", "5."]
      .map((kind) => `${prefix}${kind}s=1&${prefix}${kind}mix=${mix}&${prefix}${kind}at=1000`)
      .join("&");
  const places = ["", "b.", "c.", "d."];

  it.each([
    ["100 KB of pairs of others", `v=1&cmp=4_a_a&${"b.dev=5&".repeat(12_500)}`],
    ["100 KB of one list", `v=1&cmp=2_a_a&b.mix=${"o5.5_1~".repeat(14_000)}`],
    ["100 KB of a number", `v=1&cmp=2_a_a&b.dev=${"9".repeat(100_000)}`],
    ["100 KB of places", `v=1&cmp=${"4_".repeat(50_000)}`],
    [
      "four scenarios of five kinds, each in conflict, within the 4,096",
      `v=1&cmp=4_a_d&${places.map(kinds).join("&")}`.slice(0, 4_096),
    ],
    [
      "all kinds announced and none described",
      "v=1&pd=2024-03-04&cmp=4_a_a&fast=1&batch=50&geo=us&at=1000&b.kinds=5&c.kinds=5&d.kinds=5&z=12",
    ],
    ["percent signs within the 4,096", `v=1&cmp=4_a_a&b.as=${"%25".repeat(1_300)}`],
    ["places within the 4,096", `v=1&cmp=${"4_".repeat(2_000)}&z=2`],
  ])("%s", (_what, text) => {
    const elapsed = cpuClock();
    const [first, ...more] = Array.from({ length: 20 }, () => parseComparison(text).problems);
    // 50 ms for each of 20.
    expect(elapsed()).toBeLessThan(1_000);
    expect(first).not.toEqual([]);
    expect(more.every((problems) => isDeepStrictEqual(problems, first))).toBe(true);
  });

  it("nor does saved input of 20,000 characters", () => {
    const text = `v=1&cmp=4_a_d&${places.map(kinds).join("&")}&`.padEnd(20_000, `b.as=${"a_".repeat(500)}&`);
    const elapsed = cpuClock();
    for (let round = 0; round < 20; round++) expect(parseSaved(text).problems).not.toEqual([]);
    expect(elapsed()).toBeLessThan(1_000);
    // One character more is refused, whatever it says.
    expect(parseSaved(`${text}a`).comparison).toEqual(parseComparison("").comparison);
    expect(parseSaved(`${text}a`).problems.map(({ reason }) => reason)).toContain("it is longer than 20,000 characters");
  });
});
