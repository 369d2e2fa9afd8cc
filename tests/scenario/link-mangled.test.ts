import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { parseScenario, serializeScenario } from "../../src/scenario/link.ts";
import {
  LEVER_FIELDS,
  PROFILE_FIELDS,
  SCENARIO_FIELDS,
  SIMULATED_FIELDS,
  TOTALS_FIELDS,
} from "../../src/scenario/link-fields.ts";
import { APP_LEVER_FIELDS, QUESTION_FIELDS } from "../../src/scenario/link-questions.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { cpuClock } from "../lib/cpu-clock.ts";
import { anyChange, anyWrapping } from "./any-change.ts";
import { anyScenario } from "./any-scenario.ts";
import { asSent, changed } from "./link-change.ts";

const LINK = "v=1&pd=2026-10-06&dev=25&geo=us&s=4&as=Big_job&mix=o5.5_60.5l~s5.5_39.5&n=120&at=200000&z=9";
const MEANS: Scenario = parseScenario(LINK).scenario;

/** Links of every kind, the same in each run. */
const VARIED: readonly string[] = [
  LINK,
  ...PRESETS.map(({ scenario }) => serializeScenario(scenario)),
  ...fc.sample(anyScenario({ mostRequests: 50, mostProfiles: 3 }), { numRuns: 33, seed: 7 }).map(serializeScenario),
];

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

function requireFigures(scenario: Scenario): void {
  const { plans, comparison, ...figures } = estimate(scenario);
  expect(numbersIn({ plans, comparison }).filter((figure) => !Number.isFinite(figure))).toEqual([]);
  expect(numbersIn(figures).filter((figure) => !(Number.isFinite(figure) && figure >= 0))).toEqual([]);
}

describe("the link that the cases below are made from", () => {
  it("is canonical and reads without a word", () => {
    expect(serializeScenario(MEANS)).toBe(LINK);
    expect(parseScenario(LINK).problems).toEqual([]);
  });
});

describe("what mail and chat programs do to a link changes nothing", () => {
  it.each([
    ["its # written as %23", `%23${LINK}`],
    ["& written as &amp;", LINK.replaceAll("&", "&amp;")],
    ["percent-encoded once", encodeURIComponent(LINK)],
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(LINK))],
    ["blanks around it", `  ${LINK}\n`],
    ["WordPress's secret behind it", `#${LINK}#?secret=abc`],
    ["a campaign's mark behind it", `${LINK}&utm_source=news&utm_medium=mail`],
    ["a campaign's mark before it", `utm_source=news&${LINK}`],
    ["Facebook's mark", `#${LINK}&fbclid=IwAR0_x-Y`],
    ["a mark that is itself encoded", `${LINK}&utm_campaign=50%25%20off`],
    ["a mark with an encoded & in its value", `${LINK}&utm_campaign=R%26D`],
    ["a mark with an encoded # in its value", `utm_term=C%23&${LINK}`],
    ["a key of every object's", `${LINK}&__proto__=1&constructor=2&toString=3`],
  ])("%s", (_why, text) => {
    expect(parseScenario(text)).toEqual({ scenario: MEANS, problems: [] });
  });

  it("a foreign key never reaches the scenario or any other object", () => {
    const { scenario } = parseScenario(`${LINK}&__proto__=1&__proto__.polluted=1`);
    expect(Object.keys(scenario).sort()).toEqual(Object.keys(DEFAULT_SCENARIO).sort());
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("a link that was cut short never looks whole", () => {
  it.each(VARIED.map((text, index) => [index, text] as const))("link %i, cut at every place", (_index, text) => {
    for (let length = 1; length < text.length; length++) {
      const { problems } = parseScenario(text.slice(0, length));
      if (problems.length === 0) expect.fail(`nothing was said of ${text.slice(0, length)}`);
    }
    expect(parseScenario(text).problems).toEqual([]);
  });

  it("nor one whose beginning is gone", () => {
    for (let start = 1; start < LINK.length; start++) expect(parseScenario(LINK.slice(start)).problems).not.toEqual([]);
  });
});

describe("a link that was changed on its way is not passed off as the sender's", () => {
  it("an & that slipped into a number is noticed: the number would be another", () => {
    expect(parseScenario("v=1&pd=2026-11-20&dev=50&z=3").scenario.developers).toBe(50);
    expect(parseScenario("v=1&pd=2026-11-20&dev=5&0&z=3").problems).not.toEqual([]);
  });

  it.each([
    ["g=30 with a % in it is no g=0", "v=1&pd=2026-11-20&g=%30&z=3", "g"],
    ["nor is one encoded twice", "v=1&pd=2026-11-20&g=%2530&z=3", "g"],
    ["a letter of a key", "v=1&pd=2026-11-20&%67=30&z=3", "link"],
  ])("no program encodes letters and digits: %s", (_why, text, field) => {
    expect(parseScenario(text).problems.map(({ field: named }) => named)).toContain(field);
  });

  it("one change that alters the scenario is named, or the text is itself a canonical link", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIED), anyChange, (text, how) => {
        const mangled = changed(text, how);
        const { scenario, problems } = parseScenario(mangled);
        if (problems.length > 0 || isDeepStrictEqual(scenario, parseScenario(text).scenario)) return;
        expect(serializeScenario(scenario)).toBe(asSent(mangled));
      }),
      { numRuns: 10_000 },
    );
  });

  it("any number of changes, encodings and marks on top never make it throw, and leave a scenario without contradictions", () => {
    const elapsed = cpuClock();
    fc.assert(
      fc.property(
        fc.constantFrom(...VARIED),
        fc.array(anyChange, { minLength: 1, maxLength: 6 }),
        anyWrapping,
        (text, hows, wrap) => {
          const { scenario } = parseScenario(wrap(hows.reduce(changed, text)));
          if (conflicts(scenario).length > 0) expect(conflicts(scenario)).toEqual([]);
        },
      ),
      { numRuns: 5_000 },
    );
    // 50 ms for each would be 250 s; a twentieth of that still forgives a slow machine.
    expect(elapsed()).toBeLessThan(12_500);
  });

  it.each([
    ["one key", "a".repeat(100_000)],
    ["one number", `v=1&dev=${"9".repeat(100_000)}`],
    ["pairs", "dev=5&".repeat(15_000)],
    ["a list", `v=1&mix=${"opus-5-5_1~".repeat(9_000)}`],
    ["percent signs", "%25".repeat(33_000)],
    ["hashes", "#".repeat(100_000)],
    ["a list within the 4,096", `v=1&mix=${"~".repeat(4_000)}`],
    ["ampersands within the 4,096", "&".repeat(4_000)],
    ["names within the 4,096", `v=1&as=${"a_".repeat(2_000)}!`],
    ["own models within the 4,096", `v=1&own=own-${"-".repeat(4_000)}`],
  ])("far too much of %s is refused at once", (_what, text) => {
    const elapsed = cpuClock();
    const problems = Array.from({ length: 20 }, () => parseScenario(text).problems)[0];
    // 50 ms for each.
    expect(elapsed()).toBeLessThan(1_000);
    expect(problems).not.toEqual([]);
  });
});

describe("whatever a link says, it can be worked out", () => {
  it("every scenario that keeps the rules gives finite figures, none negative", () => {
    fc.assert(fc.property(anyScenario({ mostRequests: 60 }), requireFigures), { numRuns: 300 });
  });

  const word = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
  const count = word("0", "1", "2", "7", "40", "1000", "99999", "1000000", "999999999999", "-1", "1e5", "0.5", "none", "");
  const models =
    "opus-5-5 opus-4-6 opus-4-8 opus-4-1-20250805 sonnet-5-5 haiku-5-5 haiku-4-5-20251001 mythos-preview fable-5-2 own-a own-b";
  const mix = fc
    .array(fc.tuple(word(...models.split(" ")), word("0", "10", "33.3", "50", "100")), { minLength: 1, maxLength: 4 })
    .map((shares) => shares.map(([model, share]) => `${model}_${share}`).join("~"));
  const pairs = fc.oneof(
    fc.tuple(word("pd"), word("2024-03-04", "2024-06-20", "2026-02-06", "2026-04-06", "2026-04-07", "2026-06-28", "2026-11-20")),
    fc.tuple(word("fast"), word("0", "1")),
    fc.tuple(word("geo"), word("any", "us", "reg")),
    fc.tuple(word("batch", "off"), word("0", "50", "100")),
    fc.tuple(word("own"), word("a_0_0_0_0_0_n", "b_1_2_3_4_5_o", "a_1_1_1_1_1_o~b_10000_0_0_0_0_n")),
    fc.tuple(word("of"), word(...models.split(" "))),
    fc.tuple(word("mix", "2.mix", "3.mix"), mix),
    fc.tuple(word("kind", "2.kind"), word("totals", "session")),
    fc.tuple(word("ttl", "2.ttl"), word("off", "5m", "1h")),
    fc.tuple(word("at", "2.at"), word("none", "1000", "26600", "30000", "10000000")),
    fc.tuple(word("n", "b", "g", "o", "k", "w", "c", "pm", "ph", "px", "in", "w5", "w1", "r", "web"), count),
    fc.tuple(word("s", "2.s", "3.s", "dev", "day", "tok", "fee"), count),
    fc.tuple(word("by"), word("people", "api")),
    fc.tuple(word("rule"), word("guides", "users", "own")),
    fc.tuple(word("over"), word("buy", "stop")),
    fc.tuple(word("cl", "2.cl"), word("none", "0", "1", "2", "30", "5000", "5001")),
    fc.tuple(
      word("sub", "2.sub"),
      word("0_same_15_12000_2000_400", "3_same_1_0_0_0", "2_haiku-5-5_15_12000_2000_400", "1_mythos-preview_2_1_1_1"),
    ),
    fc.tuple(word("sub"), word("1_own-b_5_0_0_0", "100_opus-4-1-20250805_40_1000000_1000000_200000", "3_same_15", "1_x_1_1_1_1")),
    fc.tuple(word("sw", "2.sw"), word("none", "2_haiku-4-5-20251001", "40_opus-4-6", "5000_own-a", "1_sonnet-5-5", "2")),
    fc.tuple(word("rt", "2.rt"), word("session", "request")),
    fc.tuple(word("xr"), word("1_70_20_haiku-5-5_sonnet-5-5_opus-5-5_request_0.001", "1_70_31_own-a_opus-4-6_own-b_session_0")),
    fc.tuple(word("xc"), word("1_5m", "0_1h", "1_off")),
    fc.tuple(word("xk"), word("1_100000_60", "1_1_1", "1_10000000_100")),
    fc.tuple(word("xl"), word("1_1", "1_0", "0_5000")),
    fc.tuple(word("xt", "xb"), word("1_30", "1_100", "0_100.1")),
    fc.tuple(word("xs"), word("1_haiku-5-5", "1_own-b", "1_same")),
    fc.tuple(word("read"), word("65000_5", "0_1", "1000000_5000", "5")),
    fc.tuple(word("re"), count),
    fc.tuple(word("sp"), word("1", "2.5", "20.01", "0")),
    fc.tuple(word("bud"), word("5000_300_19_1", "none_none_0_0", "none_none_101_0", "1_2")),
    fc.tuple(word("team"), word("5_1600~20_1800", "0_1", "1_100000001", "", "1_1~1_1")),
    fc.tuple(word("cur"), word("EUR_0.92", "USD_1", "eur_1", "JPY_0", "XXX_1000001", "EUR")),
    fc.tuple(word("fail"), word("2_5.5_1", "100_0_0", "60_100_60", "0_100_100", "2_5", "100.1_0_0")),
    fc.tuple(word("qc"), word("0_0_0_0_0_0_s5.5", "10000000_1000000_1000000_100_1_1000000000_o3", "1_1_1_1_1_1_own-a", "1_1")),
    fc.tuple(word("qv"), word("1", "1000", "0", "100")),
    fc.tuple(word("qh"), word("0_0_0.1_0.1_0.1_0_0", "10000_744_10000000_10000000_100_10000_10000", "1_1_0_0_0_1_1", "1")),
    fc.tuple(word("qo"), word("1_1", "1_0", "0_1000000")),
    fc.tuple(word("qt", "qb", "ql"), word("1_100", "0_0", "1_100.1", "2_5")),
    fc.tuple(word("qp"), word("1_0_1h_burst_1_0.1", "1_10000000_5m_even_1000000_43200", "1_1_off_even_1_1", "1_1_5m_burst_0_0")),
    fc.tuple(word("qs"), word("1_100_mp", "0_0_h5.5", "1_50_own-b")),
    fc.tuple(word("lim"), word("pro_0_0", "pro_100_50", "pro_1_2~max_3_4~ultra_5_6", "team-standard_10000000_10000000")),
  );

  it("the pairs below are keys of links: a key that was renamed would leave them untried", () => {
    const fields = [
      SCENARIO_FIELDS,
      LEVER_FIELDS,
      QUESTION_FIELDS,
      APP_LEVER_FIELDS,
      PROFILE_FIELDS,
      SIMULATED_FIELDS,
      TOTALS_FIELDS,
    ].flatMap((table) => Object.values(table));
    const known = fields.map(({ key }: { readonly key: string }) => key);
    const tried = fc.sample(pairs, { numRuns: 2_000, seed: 7 }).map(([key]) => key.replace(/^\d\./, ""));
    expect([...new Set(tried)].filter((key) => !known.includes(key))).toEqual([]);
    expect(known.filter((key) => !tried.includes(key)).sort()).toEqual(["as", "p", "pay", "per"]);
  });

  it("so does every link of readable pairs, however they contradict one another", () => {
    fc.assert(
      fc.property(fc.array(pairs, { maxLength: 14 }), (written) => {
        const text = `v=1&${written.map(([key, value]) => `${key}=${value}`).join("&")}&z=${written.length + 1}`;
        const { scenario } = parseScenario(text);
        expect(conflicts(scenario)).toEqual([]);
        requireFigures(scenario);
        expect(parseScenario(serializeScenario(scenario))).toEqual({ scenario, problems: [] });
      }),
      { numRuns: 2_000 },
    );
  });
});
