import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Codec,
  choiceCodec,
  dayCodec,
  listCodec,
  maybeCodec,
  nameCodec,
  numberCodec,
  recordCodec,
  switchCodec,
} from "../../src/scenario/codec.ts";
import { isName } from "../../src/scenario/profile-name.ts";
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
});

describe("a value that may be missing", () => {
  const limit = maybeCodec(numberCodec({ least: 1, most: 9, decimals: 0 }), "none");
  const model = maybeCodec(nameCodec, "same");

  it.each([
    ["its word", limit, "none", null],
    ["the word of another", limit, "same", "nothing"],
    ["the word in another spelling", limit, "None", "nothing"],
    ["null", limit, "null", "nothing"],
    ["nothing at all", limit, "", "nothing"],
    ["a value", limit, "7", 7],
    ["a value out of range, with its note", limit, "10", [9, "!"]],
    ["a value that means nothing", limit, "seven", "nothing"],
    ["the word, where every text could be a value", model, "same", null],
    ["another text there", model, "Same", "Same"],
  ] as [string, Codec<unknown>, string, unknown][])("%s", (_why, codec, text, value) => {
    expect(readBy(codec, text)).toEqual(value);
  });

  it("is written as it is read", () => {
    expect([limit.write(null), limit.write(7), model.write(null)]).toEqual(["none", "7", "same"]);
  });
});

describe("a few values in a fixed order", () => {
  interface Lever {
    readonly on: boolean;
    readonly percent: number;
    readonly from: string | null;
  }
  const lever = recordCodec<Lever>({ on: switchCodec, percent: tenths, from: maybeCodec(days, "none") });

  it.each([
    ["all of them", "1_15.5_2026-10-07", { on: true, percent: 15.5, from: "2026-10-07" }],
    ["the one that may be missing", "0_1_none", { on: false, percent: 1, from: null }],
    ["one too few", "1_15.5", "nothing"],
    ["one too many", "1_15.5_none_none", "nothing"],
    ["far too many", `1_15.5_none${"_1".repeat(1_000)}`, "nothing"],
    ["an empty one behind", "1_15.5_none_", "nothing"],
    ["an empty one among them", "1__none", "nothing"],
    ["in another order", "15.5_1_none", "nothing"],
    ["nothing", "", "nothing"],
    ["the first of them wrong", "yes_15.5_none", "nothing"],
    ["the last of them wrong", "1_15.5_someday", "nothing"],
    ["one brought into its range", "1_99_none", [{ on: true, percent: 31, from: null }, "!"]],
  ] as [string, string, unknown][])("%s", (_why, text, value) => {
    expect(readBy(lever, text)).toEqual(value);
  });

  it.each([
    ["how many there must be", "1_15.5", { reason: '"1_15.5" is not 3 values with _ between them' }],
    [
      "no more of a long text than its beginning",
      "a".repeat(60),
      { reason: `"${"a".repeat(39)}…" is not 3 values with _ between them` },
    ],
    ["what is wrong with the first wrong one", "2_x_none", { reason: '"2" is neither 1 nor 0' }],
  ])("says %s", (_why, text, said) => {
    expect(lever.read(text)).toEqual(said);
  });

  it("names everything that was brought into its range", () => {
    const { note } = lever.read("1_99_2027-01-01") as { readonly note: string };
    expect(note.split("; ")).toEqual([
      "99 became 31: it takes 1 to 31, up to 1 decimals",
      "2027-01-01 became 2026-11-20: later prices are not known here",
    ]);
  });

  it("is written as it is read", () => {
    expect(lever.write({ from: null, percent: 15.5, on: true })).toBe("1_15.5_none");
  });

  it("reads back every record", () => {
    const any = fc.record({
      on: fc.boolean(),
      percent: fc.integer({ min: 10, max: 310 }).map((tenth) => tenth / 10),
      from: fc.constantFrom(null, "2024-03-04", "2026-11-20"),
    });
    fc.assert(
      fc.property(any, (record) => {
        expect(lever.read(lever.write(record))).toEqual({ value: record });
      }),
    );
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
