import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel, parseModelId, resolveModel } from "../../src/rates/resolve-model.ts";

const spellings = catalog.models.flatMap((card) => [card.id, ...card.aliases]);
const known = new Set(spellings);

describe("a model is found by any exact spelling", () => {
  it.each([
    ["claude-sonnet-4-6", "claude-sonnet-4-6"],
    ["claude-haiku-4-5-20251001", "claude-haiku-4-5-20251001"],
    ["us.anthropic.claude-opus-4-5-20251101-v1:0", "claude-opus-4-5-20251101"],
    ["claude-haiku-4-5@20251001", "claude-haiku-4-5-20251001"],
    ["anthropic/claude-opus-5", "claude-opus-5"],
    ["claude-opus-4-6[1m]", "claude-opus-4-6"],
    ["claude-haiku-4-5", "claude-haiku-4-5-20251001"],
    ["claude-sonnet-4-5", "claude-sonnet-4-5-20250929"],
    ["claude-opus-4-5", "claude-opus-4-5-20251101"],
    ["claude-opus-4-1", "claude-opus-4-1-20250805"],
    ["claude-sonnet-4-0", "claude-sonnet-4-20250514"],
    ["claude-sonnet-4", "claude-sonnet-4-20250514"],
    ["claude-4-sonnet-20250514", "claude-sonnet-4-20250514"],
    ["claude-opus-4-0", "claude-opus-4-20250514"],
    ["claude-opus-4", "claude-opus-4-20250514"],
    ["claude-4-opus-20250514", "claude-opus-4-20250514"],
    ["claude-3-7-sonnet-latest", "claude-3-7-sonnet-20250219"],
    ["claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022"],
    ["claude-3-5-haiku-latest", "claude-3-5-haiku-20241022"],
    ["claude-3-opus-latest", "claude-3-opus-20240229"],
    ["anthropic.claude-3-haiku-20240307-v1:0", "claude-3-haiku-20240307"],
    ["anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3-5-sonnet-20241022"],
    ["anthropic.claude-opus-4-6-v1", "claude-opus-4-6"],
    ["global.anthropic.claude-opus-4-6-v1", "claude-opus-4-6"],
    ["us.anthropic.claude-opus-4-6-v1[1m]", "claude-opus-4-6"],
    ["eu.anthropic.claude-sonnet-5-5", "claude-sonnet-5-5"],
    ["anthropic.claude-haiku-5-5", "claude-haiku-5-5"],
    ["claude-sonnet-4-5-20250929[1m]", "claude-sonnet-4-5-20250929"],
    ["claude-opus-4-1@20250805", "claude-opus-4-1-20250805"],
  ])("%s is %s", (spelling, id) => {
    expect(resolveModel(spelling)).toBe(id);
  });

  it("keeps apart models whose ids begin alike", () => {
    for (const id of [
      "claude-opus-5",
      "claude-opus-5-5",
      "claude-sonnet-5",
      "claude-sonnet-5-5",
      "claude-fable-5",
      "claude-fable-5-1",
    ])
      expect(resolveModel(id)).toBe(id);
  });
});

describe("a regional endpoint is told by its prefix", () => {
  it.each(["us", "eu", "apac", "au", "jp", "in"])("%s. is regional", (region) => {
    expect(parseModelId(`${region}.anthropic.claude-opus-5`)).toEqual({ id: "claude-opus-5", regional: true });
  });

  it.each(["claude-opus-5", "anthropic.claude-opus-5", "anthropic/claude-opus-5", "global.anthropic.claude-opus-5"])(
    "%s is not",
    (spelling) => {
      expect(parseModelId(spelling)).toEqual({ id: "claude-opus-5", regional: false });
    },
  );
});

describe("nothing is guessed from a part of a name", () => {
  it.each([
    "",
    " ",
    "toString",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "<synthetic>",
    "opus",
    "claude",
    "claude-",
    "claude-opus",
    "claude-opus-5-9",
    "claude-opus-5-",
    "claude-sonnet-5-5-preview",
    "claude-sonnet-5-5-20260928",
    "claude-opus-4-6-20260205",
    "claude-opus-4-6@20260205",
    "claude-haiku-4-5@2025100",
    "claude-haiku-4-5@20251002",
    "claude-haiku@20251001-4-5",
    "claude-haiku-4-5-20251001@20251001",
    "Claude-Opus-5",
    "CLAUDE-OPUS-5",
    " claude-opus-5",
    "claude-opus-5 ",
    "claude-opus-5\n",
    "claude-opus-5[1m][1m]",
    "claude-opus-5[2m]",
    "claude-opus-5[1M]",
    "[1m]",
    "us.",
    "us.anthropic.",
    "anthropic.",
    "us.us.anthropic.claude-opus-5",
    "uk.anthropic.claude-opus-5",
    "US.anthropic.claude-opus-5",
    "anthropic.us.claude-opus-5",
    "anthropic/anthropic/claude-opus-5",
    "openrouter/anthropic/claude-opus-5",
    "anthropic-claude-opus-5",
    "claude-opus-4-6-v1",
    "claude-opus-4-5-20251101-v1:0",
    "anthropic/claude-opus-4-6-v1",
    "us.claude-opus-4-6-v1",
    "anthropic.claude-opus-4-6-v1:1",
    "anthropic.claude-opus-4-6-v2",
    "anthropic.claude-opus-4-6-v1-v1",
    "anthropic.claude-opus-4-6[1m]-v1",
    "claude-3-5-sonnet",
    "claude-3-5-sonnet-v2",
    "claude-opus-4.5",
    "gpt-5",
  ])("%j is nobody", (spelling) => {
    expect(parseModelId(spelling)).toBeNull();
    expect(resolveModel(spelling)).toBeNull();
  });

  it.each([undefined, null, 5, {}, [], ["claude-opus-5"], true])("%j is no text, so nobody", (value) => {
    expect(resolveModel(value as unknown as string)).toBeNull();
    expect(findModel(value as unknown as string)).toBeNull();
  });

  it("refuses a text of a million characters as readily as a short one", () => {
    expect(resolveModel(`claude-opus-5${"-".repeat(1_000_000)}`)).toBeNull();
    expect(resolveModel(`anthropic.${"-v1".repeat(300_000)}`)).toBeNull();
  });
});

describe("laws", () => {
  const spelling = fc.constantFrom(...spellings);

  it("a known spelling with anything behind it is unknown, unless that is itself a spelling", () => {
    fc.assert(
      fc.property(spelling, fc.stringMatching(/^[a-z0-9.-]{1,12}$/), (base, tail) => {
        fc.pre(!known.has(base + tail));
        expect(resolveModel(base + tail)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("one more character of [a-z0-9.-] makes every spelling unknown", () => {
    for (const base of spellings)
      for (const tail of "abcdefghijklmnopqrstuvwxyz0123456789.-") expect(resolveModel(base + tail)).toBeNull();
  });

  it("a spelling cut short is unknown, unless the rest is itself a spelling", () => {
    for (const base of spellings)
      for (let length = 0; length < base.length; length += 1) {
        const cut = base.slice(0, length);
        expect([cut, resolveModel(cut)]).toEqual([cut, known.has(cut) ? resolveModel(cut) : null]);
        if (!known.has(cut)) expect(resolveModel(`us.anthropic.${cut}`)).toBeNull();
      }
  });

  it("every form around a spelling means the model of that spelling", () => {
    const form = fc.record({
      region: fc.constantFrom("", "global.", "us.", "eu.", "apac.", "au.", "jp.", "in."),
      vendor: fc.constantFrom("", "anthropic.", "anthropic/"),
      version: fc.constantFrom("", "-v1", "-v1:0", "-v2:0"),
      long: fc.constantFrom("", "[1m]"),
    });
    fc.assert(
      fc.property(spelling, form, (base, { region, vendor, version, long }) => {
        fc.pre(version === "" || vendor === "anthropic.");
        const at = base.replace(/-(\d{8})$/, "@$1");
        for (const name of [base, at])
          expect(parseModelId(`${region}${vendor}${name}${version}${long}`)).toEqual({
            id: resolveModel(base),
            regional: !["", "global."].includes(region),
          });
      }),
    );
  });

  it("any text at all gives a catalog id or null, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const id = resolveModel(text);
        expect(id === null || findModel(id)?.id === id).toBe(true);
      }),
    );
  });
});

describe("a card is found by the catalog's own id only", () => {
  it("gives the card of an id", () => {
    expect(findModel("claude-opus-5-5")?.name).toBe("Claude Opus 5.5");
  });

  it.each(["claude-haiku-4-5", "anthropic/claude-opus-5", "toString", "__proto__", ""])("gives none for %j", (id) => {
    expect(findModel(id)).toBeNull();
  });
});
