import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { parseScenario } from "../../src/scenario/link.ts";
import { isOwnId } from "../../src/scenario/link-fields.ts";

const readPair = (pair: string) => parseScenario(`v=1&pd=2026-11-20&${pair}&z=3`);

const NO_NUMBER = "is not a number as links write it, such as 1500 or 0.25";
const NO_OWN_MODEL = "is not an own model: name, five rates and its tokenizer";
const NO_LIMIT = "is not a plan and the two ends of its limit";

describe("a value that means nothing is ignored as a whole, and the sentence says what is wrong with it", () => {
  it.each([
    ["a model that nobody lists", "of=gpt-5", '"gpt-5" is no model of the price list of 2026-11-20'],
    ["such a model in a mix", "mix=o5.5_50~gpt-5_50", '"gpt-5" is no model of the price list of 2026-11-20'],
    ["a model without its share", "mix=o5.5", `"" ${NO_NUMBER}`],
    ["a share that is no number", "mix=o5.5_half", `"half" ${NO_NUMBER}`],
    ["a lock that stands by itself", "mix=o5.5_100_l", '"o5.5_100_l" is not a model and its share'],
    ["a model twice, in two spellings", "mix=o5.5_50~opus-5-5_50", '"o5.5_50~opus-5-5_50" names something twice'],
    ["no model at all", "mix=", "it takes 1 to 12 entries"],

    ["an own model without a name", "own=_1_1_1_1_1_n", `"_1_1_1_1_1_n" ${NO_OWN_MODEL}`],
    ["one whose name has a capital", "own=House_1_1_1_1_1_n", `"House_1_1_1_1_1_n" ${NO_OWN_MODEL}`],
    ["a rate too few", "own=house_1_1_1_1_n", `"house_1_1_1_1_n" ${NO_OWN_MODEL}`],
    ["a rate too many", "own=house_1_1_1_1_1_1_n", `"house_1_1_1_1_1_1_n" ${NO_OWN_MODEL}`],
    ["five rates and something else", "own=house_1_1_x_1_1_1_n", `"house_1_1_x_1_1_1_n" ${NO_OWN_MODEL}`],
    ["four rates and something else", "own=house_1_1_x_1_1_n", `"house_1_1_x_1_1_n" ${NO_OWN_MODEL}`],
    ["a rate out of range", "own=house_10001_1_1_1_1_n", `"house_10001_1_1_1_1_n" ${NO_OWN_MODEL}`],
    ["a tokenizer that there is not", "own=house_1_1_1_1_1_x", `"house_1_1_1_1_1_x" ${NO_OWN_MODEL}`],
    ["no tokenizer", "own=house_1_1_1_1_1", `"house_1_1_1_1_1" ${NO_OWN_MODEL}`],
    ["an own model twice", "own=a_1_1_1_1_1_n~a_2_2_2_2_2_o", '"a_1_1_1_1_1_n~a_2_2_2_2_2_o" names something twice'],
    [
      "a fourth own model",
      `own=${["a", "b", "c", "d"].map((name) => `${name}_1_1_1_1_1_n`).join("~")}`,
      "it takes 0 to 3 entries",
    ],

    ["a limit of a plan that has none", "lim=free_1_2", `"free_1_2" ${NO_LIMIT}`],
    ["one of no plan but a name of every object's", "lim=toString_1_2", `"toString_1_2" ${NO_LIMIT}`],
    ["what every object comes from", "lim=__proto___1_2", `"__proto___1_2" ${NO_LIMIT}`],
    ["a plan twice", "lim=pro_1_2~pro_3_4", `"pro_3_4" ${NO_LIMIT}`],
    ["three ends", "lim=pro_1_2_3", `"pro_1_2_3" ${NO_LIMIT}`],
    ["one end", "lim=pro_1", `"pro_1" ${NO_LIMIT}`],
    ["no end", "lim=pro", `"pro" ${NO_LIMIT}`],
    ["a low end that is no number", "lim=pro_x_2", `"pro_x_2" ${NO_LIMIT}`],
    ["a high end that is no number", "lim=pro_1_x", `"pro_1_x" ${NO_LIMIT}`],
    ["a high end out of range", "lim=pro_1_10000001", `"pro_1_10000001" ${NO_LIMIT}`],
    ["a sound limit beside a wrong one", "lim=pro_1_2~max_1", `"max_1" ${NO_LIMIT}`],

    ["a currency in small letters", "cur=eur_0.92", `"eur" is not a currency's three letters, such as EUR`],
    ["a currency of four letters", "cur=EURO_0.92", `"EURO" is not a currency's three letters, such as EUR`],
    ["a baseline that is not there", "cmp=2_c_a", '"2_c_a" names a scenario behind the last of 2'],
    ["an edited scenario that is not there", "cmp=3_a_d", '"3_a_d" names a scenario behind the last of 3'],
  ])("%s", (_why, pair, reason) => {
    const field = pair.slice(0, pair.indexOf("="));
    expect(readPair(pair)).toEqual({ scenario: DEFAULT_SCENARIO, problems: [{ field, reason: `${reason}; ignored` }] });
  });

  it("as much as a field takes is read without a word", () => {
    const own = ["a", "b", "c"].map((name) => `${name}_10000_1_1_1_0_${name === "b" ? "o" : "n"}`).join("~");
    const { scenario, problems } = readPair(`own=${own}`);
    expect(problems).toEqual([]);
    const rates = { input: 10_000, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1, output: 0 };
    expect(scenario.ownModels).toEqual([
      { id: "own-a", rates, tokenizer: "from-4.7" },
      { id: "own-b", rates, tokenizer: "before-4.7" },
      { id: "own-c", rates, tokenizer: "from-4.7" },
    ]);
    expect(readPair("lim=pro_0_10000000~team-premium_2_2.5")).toEqual({
      scenario: {
        ...DEFAULT_SCENARIO,
        ownLimits: { ...DEFAULT_SCENARIO.ownLimits, pro: { low: 0, high: 10_000_000 }, "team-premium": { low: 2, high: 2.5 } },
      },
      problems: [],
    });
  });
});

it("an own model's id is own- and 1 to 19 small letters, digits and hyphens, the last of them no hyphen", () => {
  expect([0, 1, 19, 20].map((length) => isOwnId(`own-${"a".repeat(length)}`))).toEqual([false, true, true, false]);
  expect(["own-a-1", "own-a-", "own-A", "own-a_b", "house", "my-own-a", "own-a\n"].map(isOwnId)).toEqual([
    true,
    ...Array.from({ length: 6 }, () => false),
  ]);
});
