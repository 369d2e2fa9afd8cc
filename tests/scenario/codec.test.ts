import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Codec,
  choiceCodec,
  dayCodec,
  isName,
  listCodec,
  nameCodec,
  numberCodec,
  optionalCodec,
  switchCodec,
} from "../../src/scenario/codec.ts";
import { anyName } from "./any-scenario.ts";

const tenths = numberCodec({ least: 1, most: 31, decimals: 1 });
const days = dayCodec({ first: "2024-03-04", last: "2026-11-20" });

/** The value read, with `!` where something was said about it; or `nothing`. */
function readBy<Value>(codec: Codec<Value>, text: string): unknown {
  const read = codec.read(text);
  if ("reason" in read) return "nothing";
  return read.note ? [read.value, "!"] : read.value;
}

describe("a number in a link", () => {
  it.each([
    ["as it is", "15.5", 15.5],
    ["the least", "1", 1],
    ["the most", "31", 31],
    ["above the most", "32", [31, "!"]],
    ["below the least", "0", [1, "!"]],
    ["between two steps", "15.56", [15.6, "!"]],
    ["a sign", "-5", "nothing"],
    ["a plus", "+5", "nothing"],
    ["an exponent", "1e3", "nothing"],
    ["a comma", "1,5", "nothing"],
    ["a bare point", "5.", "nothing"],
    ["no whole part", ".5", "nothing"],
    ["seven decimals", "1.1234567", "nothing"],
    ["twelve digits", "999999999999", [31, "!"]],
    ["thirteen digits", "9999999999999", "nothing"],
    ["blanks around it", " 5 ", "nothing"],
    ["nothing", "", "nothing"],
    ["a word", "NaN", "nothing"],
    ["Arabic digits", "٥", "nothing"],
  ])("%s", (_why, text, value) => {
    expect(readBy(tenths, text)).toEqual(value);
  });

  it("or none", () => {
    const limit = optionalCodec({ least: 1, most: 9, decimals: 0 });
    expect(readBy(limit, "none")).toBeNull();
    expect(limit.write(null)).toBe("none");
    expect(readBy(limit, "7")).toBe(7);
    expect(readBy(limit, "null")).toBe("nothing");
  });
});

describe("a word, a switch, a day, a name", () => {
  it.each([
    ["one of the words", choiceCodec(["off", "5m"]), "5m", "5m"],
    ["none of them", choiceCodec(["off", "5m"]), "1h", "nothing"],
    ["a key of every object's", choiceCodec(["off", "5m"]), "constructor", "nothing"],
    ["on", switchCodec, "1", true],
    ["off", switchCodec, "0", false],
    ["neither", switchCodec, "true", "nothing"],
    ["the first day", days, "2024-03-04", "2024-03-04"],
    ["the day before", days, "2024-03-03", ["2024-03-04", "!"]],
    ["the last day", days, "2026-11-20", "2026-11-20"],
    ["the day after", days, "2026-11-21", ["2026-11-20", "!"]],
    ["a day that does not exist", days, "2026-02-30", "nothing"],
    ["a date-time", days, "2026-02-20T00:00Z", "nothing"],
    ["a name", nameCodec, "Big_job", "Big job"],
    ["a name with markup", nameCodec, "<b>", "nothing"],
    ["a name with a blank that no link writes", nameCodec, "Big job", "nothing"],
    ["a name that begins with a blank", nameCodec, "_job", "nothing"],
    ["a name that ends with one", nameCodec, "job_", "nothing"],
  ] as [string, Codec<unknown>, string, unknown][])("%s", (_why, codec, text, value) => {
    expect(readBy(codec, text)).toEqual(value);
  });

  it("a name has 1 to 24 letters, digits and blanks", () => {
    expect([0, 1, 23, 24, 25].map((length) => isName("a".repeat(length)))).toEqual([false, true, true, true, false]);
    expect(["Ünï", "a-b", "a\nb", "a b"].map(isName)).toEqual([false, false, false, true]);
  });

  it("every name is read as it was written", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(isName(name)).toBe(true);
        expect(readBy(nameCodec, nameCodec.write(name))).toBe(name);
      }),
    );
  });
});

describe("a list", () => {
  const upToThree = listCodec(tenths, { least: 1, most: 3 });

  it.each([
    ["", "nothing"],
    ["1", [1]],
    ["1~2~3", [1, 2, 3]],
    ["1~2~3~4", "nothing"],
    ["1~~3", "nothing"],
    ["1~x", "nothing"],
    ["1~99", [[1, 31], "!"]],
  ])("%j", (text, value) => {
    expect(readBy(upToThree, text)).toEqual(value);
  });

  it("may be empty where it may", () => {
    expect(readBy(listCodec(tenths, { least: 0, most: 3 }), "")).toEqual([]);
  });
});
