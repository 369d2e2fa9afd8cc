import { describe, expect, it } from "vitest";
import { type LinkPairs, linkPairs } from "../../src/scenario/link-pairs.ts";

const KEYS = new Set(["v", "dev", "as"]);
const pairsOf = (link: string, most = 4_096): LinkPairs => linkPairs(link, { isKey: (key) => KEYS.has(key), most });

const LINK = "v=1&dev=5&z=2";
const WHOLE: LinkPairs = {
  values: new Map([
    ["v", "1"],
    ["dev", "5"],
  ]),
  text: "v=1&dev=5",
  problems: [],
};

describe("the pairs of a link", () => {
  it.each([
    ["as it is written", LINK],
    ["with a # before it", `#${LINK}`],
    ["with WordPress's secret behind it and no # before", `${LINK}#?secret=abc`],
    ["between ampersands of nobody's", `&${LINK.replaceAll("&", "&&")}&`],
    ["encoded as a whole", encodeURIComponent(LINK)],
    ["encoded as a whole, with blanks around", `  ${encodeURIComponent(LINK)}\n`],
    ["among marks of programs", `utm_source=news&${LINK}&fbclid=x#y`],
  ])("%s", (_why, link) => {
    expect(pairsOf(link)).toEqual(WHOLE);
  });

  it("a value that holds a = keeps it", () => {
    expect(pairsOf("v=1&as=a=b&z=2").values.get("as")).toBe("a=b");
  });

  it.each([
    ["not encoded", "Big_job", "Big_job"],
    ["encoded once", "Big%5Fjob", "Big_job"],
    ["encoded twice", "Big%255Fjob", "Big_job"],
    ["encoded three times, which no program does", "Big%25255Fjob", "Big%5Fjob"],
    ["a % that encodes nothing", "Big%job", "Big%job"],
    ["a % that was encoded itself", "Big%25job", "Big%job"],
    ["an encoded letter", "Big%6Aob", "Big%6Aob"],
  ])("a value %s", (_why, written, value) => {
    expect(pairsOf(`v=1&as=${written}&z=2`)).toEqual({
      values: new Map([
        ["v", "1"],
        ["as", value],
      ]),
      text: `v=1&as=${value}`,
      problems: [],
    });
  });
});

describe("what is wrong with a link's pairs is said", () => {
  const NO_NAME = { field: "link", reason: "a piece of it has no name: it was changed on its way" };
  const disagrees = (read: number) => ({
    field: "link",
    reason: `some of it is missing or changed: ${read} entries were read, and its end does not agree`,
  });

  it.each([
    ["a key twice", "v=1&dev=5&dev=6&z=3", { field: "dev", reason: "it is there twice; the first one counts" }],
    ["a piece without a name", "v=1&dev=5&00&z=2", NO_NAME],
    ["a piece that would be an end, were a letter fewer in it", "v=1&dev=5&zz&z=2", NO_NAME],
    ["a value without a name", "v=1&dev=5&=0&z=2", NO_NAME],
    ["no end", "v=1&dev=5", { field: "link", reason: "its end is missing: it was cut short or written by hand" }],
    ["an end that counts more", "v=1&dev=5&z=3", disagrees(2)],
    ["an end that counts fewer", "v=1&dev=5&z=1", disagrees(2)],
    ["an end without its number", "v=1&dev=5&z=", disagrees(2)],
    ["two ends, each of them right", "v=1&dev=5&z=2&z=2", disagrees(2)],
    ["a key that is not known here, though its end counts it", "v=1&dev=5&new=1&z=3", disagrees(2)],
  ])("%s", (_why, link, problem) => {
    const { values, problems } = pairsOf(link);
    expect(problems).toEqual([problem]);
    expect(values).toEqual(WHOLE.values);
  });

  it("each of several things", () => {
    expect(pairsOf("v=1&v=1&00&z=9").problems).toEqual([
      { field: "v", reason: "it is there twice; the first one counts" },
      NO_NAME,
      disagrees(2),
    ]);
  });

  it("a text that is longer than may be read is not read at all", () => {
    const link = (length: number): string => `${LINK}&utm_source=`.padEnd(length, "a");
    expect([4_095, 4_096].map((length) => pairsOf(link(length)))).toEqual([WHOLE, WHOLE]);
    expect(pairsOf(link(4_097))).toEqual({
      values: new Map(),
      text: "",
      problems: [{ field: "link", reason: "it is longer than 4,096 characters" }],
    });
  });
});
