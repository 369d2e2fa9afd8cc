import { describe, expect, test } from "vitest";
import { isPlain, readEmbedOptions } from "../../src/embed/embed-options.ts";
import { EMBED_LOCKS, PLAIN_EMBED } from "../../src/scenario/embed-snippet.ts";

describe("the query of an embed", () => {
  test("without a query the answer with its inputs is shown, all movable, in the host's theme", () => {
    expect(readEmbedOptions("")).toEqual({ theme: "auto", show: ["verdict"], lock: [] });
  });

  test("panels are shown once and in the calculator's order, in whatever order they are named", () => {
    expect(readEmbedOptions("?show=month,verdict,month").show).toEqual(["verdict", "month"]);
  });

  test.each([
    ["unknown panels and themes", "?show=everything&theme=red"],
    ["names that every object has", "?show=toString,__proto__,constructor&lock=hasOwnProperty&theme=__proto__"],
    ["other spellings", "?show=VERDICT,Month&theme=Dark&lock=WORK"],
    ["empty values", "?show=&lock=&theme="],
    ["another's keys", "?utm_source=x&fbclid=y&secret=z&embed=true"],
  ])("%s are ignored", (_, query) => {
    expect(readEmbedOptions(query)).toEqual(PLAIN_EMBED);
  });

  test("what is known counts beside what is not", () => {
    expect(readEmbedOptions("?show=month,tables&theme=dark")).toEqual({ theme: "dark", show: ["month"], lock: [] });
  });

  test("of an option that is there twice the first counts", () => {
    expect(readEmbedOptions("?theme=light&theme=dark").theme).toBe("light");
  });

  test("a query whose & was written for HTML is read", () => {
    expect(readEmbedOptions("?theme=dark&amp;show=levers")).toEqual({ theme: "dark", show: ["levers"], lock: [] });
  });

  test("one locked group locks the preset too, because another preset would change it", () => {
    expect(readEmbedOptions("?lock=models").lock).toEqual(["preset", "models"]);
  });

  test("lock=all locks every group", () => {
    expect(readEmbedOptions("?lock=all").lock).toEqual(EMBED_LOCKS);
  });

  test("an embed with the answer and nothing locked begins as the one drawn at build time, whatever its theme and further panels", () => {
    expect(isPlain(readEmbedOptions("?theme=dark"))).toBe(true);
    expect(isPlain(readEmbedOptions("?lock=work"))).toBe(false);
    expect(isPlain(readEmbedOptions("?show=verdict,month"))).toBe(true);
    expect(isPlain(readEmbedOptions("?show=month"))).toBe(false);
  });
});
