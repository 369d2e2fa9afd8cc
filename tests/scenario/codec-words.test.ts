import { describe, expect, it } from "vitest";
import { type Codec, choiceCodec, dayCodec, listCodec, nameCodec, numberCodec, shown } from "../../src/scenario/codec.ts";

const tenths = numberCodec({ least: 1, most: 31, decimals: 1 });
const whole = numberCodec({ least: 1, most: 9, decimals: 0 });
const lives = choiceCodec(["off", "5m", "calendar"], { calendar: "cal" });
const days = dayCodec({ first: "2024-03-04", last: "2026-11-20" });
const upToThree = listCodec(tenths, { least: 1, most: 3 });

describe("why a text of a link means nothing is said in a sentence", () => {
  it.each([
    ["a number", tenths, "1e3", '"1e3" is not a number as links write it, such as 1500 or 0.25'],
    ["a word, with the words there are as a link writes them", lives, "calendar", '"calendar" is none of off, 5m, cal'],
    ["a day, with the last one checked", days, "2026-02-30", '"2026-02-30" is not a day such as 2026-11-20'],
    ["a name", nameCodec, "<b>", '"<b>" is not a name of 1 to 24 letters, digits and blanks'],
    ["an entry too many", upToThree, "1~2~3~4", "it takes 1 to 3 entries"],
    ["an entry too few", upToThree, "", "it takes 1 to 3 entries"],
    ["the first wrong entry", upToThree, "1~two~three", '"two" is not a number as links write it, such as 1500 or 0.25'],
  ] as [string, Codec<unknown>, string, string][])("%s", (_why, codec, text, reason) => {
    expect(codec.read(text)).toEqual({ reason });
  });
});

describe("what was brought into range is said with what the field takes", () => {
  it.each([
    ["whole numbers", whole, "10", { value: 9, note: "10 became 9: it takes 1 to 9, whole numbers" }],
    ["decimals", tenths, "0.5", { value: 1, note: "0.5 became 1: it takes 1 to 31, up to 1 decimals" }],
    [
      "a day before the first price",
      days,
      "2024-03-03",
      { value: "2024-03-04", note: "2024-03-03 became 2024-03-04: earlier prices are not known here" },
    ],
    [
      "each entry of a list",
      upToThree,
      "0~5~99",
      {
        value: [1, 5, 31],
        note: "0 became 1: it takes 1 to 31, up to 1 decimals; 99 became 31: it takes 1 to 31, up to 1 decimals",
      },
    ],
    ["and nothing where a list is as it should be", upToThree, "1~31", { value: [1, 31] }],
  ] as [string, Codec<unknown>, string, unknown][])("%s", (_why, codec, text, read) => {
    expect(codec.read(text)).toEqual(read);
  });
});

it("a list is written as it is read, each entry by its own form", () => {
  const names = listCodec(nameCodec, { least: 0, most: 2 });
  expect([names.write([]), names.write(["Big job"]), names.write(["Big job", "Fix"])]).toEqual(["", "Big_job", "Big_job~Fix"]);
});

it("a message repeats up to 40 characters of a foreign text, and of a longer one the beginning", () => {
  expect([39, 40, 41].map((length) => shown("a".repeat(length)))).toEqual(["a".repeat(39), "a".repeat(40), `${"a".repeat(39)}…`]);
});
