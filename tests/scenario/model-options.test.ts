import { describe, expect, it } from "vitest";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { modelName, modelOptions } from "../../src/scenario/model-options.ts";
import type { OwnModel } from "../../src/scenario/scenario.ts";

const house: OwnModel = {
  id: "own-house",
  rates: { input: 1, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1, output: 1 },
  tokenizer: "from-4.7",
};

const LISTED = ["Current", "Legacy: Opus", "Legacy: Sonnet", "Legacy: Haiku", "Legacy: Fable", "By invitation", "Retired"];
const HEADING: Readonly<Record<Exclude<ModelCard["status"], "legacy">, string>> = {
  current: "Current",
  limited: "By invitation",
  retired: "Retired",
};

const headings = (...args: Parameters<typeof modelOptions>): readonly string[] => modelOptions(...args).map(({ label }) => label);

describe("the models to choose from", () => {
  it("stand under headings: one's own and current ones, then legacy by family, by invitation, retired", () => {
    expect(headings([house])).toEqual(["Your own", ...LISTED]);
    expect(modelOptions([house])[0]).toEqual({ label: "Your own", options: [{ value: "own-house", label: "house" }] });
  });

  it("a heading with nothing under it is left out", () => {
    expect(headings([])).toEqual(LISTED);
    const retired = catalog.models.filter(({ status }) => status === "retired").map(({ id }) => id);
    expect(headings([], { without: retired })).toEqual(LISTED.slice(0, -1));
    expect(headings([], { without: retired.slice(1) })).toEqual(LISTED);
  });

  it.each(catalog.models)("$id stands once, by its name, under the heading of its status", ({ id, status, family }) => {
    const of = modelOptions([house]).flatMap(({ label, options }) =>
      options.filter(({ value }) => value === id).map((option) => ({ under: label, name: option.label })),
    );
    const legacy = `Legacy: ${family.slice(0, 1).toUpperCase()}${family.slice(1)}`;
    expect(of).toEqual([{ under: status === "legacy" ? legacy : HEADING[status], name: modelName(id) }]);
  });

  it("one that is chosen elsewhere is left out, be it of the list or one's own", () => {
    const offered = (without: readonly string[]) =>
      modelOptions([house], { without }).flatMap(({ options }) => options.map(({ value }) => value));
    expect(offered(["own-house", "claude-3-opus-20240229"])).toEqual(
      offered([]).filter((id) => id !== "own-house" && id !== "claude-3-opus-20240229"),
    );
    expect(offered([])).toHaveLength(catalog.models.length + 1);
    expect(offered(["own-house", "claude-3-opus-20240229"])).toHaveLength(catalog.models.length - 1);
  });
});

describe("a model's name on the page", () => {
  it.each([
    ["the name without the brand", "claude-opus-5-5", "Opus 5.5"],
    ["an id with a day, where the name is the only one", "claude-haiku-4-5-20251001", "Haiku 4.5"],
    ["one of two of the same name, told by its day", "claude-3-5-sonnet-20241022", "Sonnet 3.5 (20241022)"],
    ["the other of them", "claude-3-5-sonnet-20240620", "Sonnet 3.5 (20240620)"],
    ["one's own, without the prefix of its id", "own-house", "house"],
    ["one's own that has the prefix in its name", "own-my-own-house", "my-own-house"],
  ])("%s", (_why, id, name) => {
    expect(modelName(id)).toBe(name);
  });

  it("no two models have the same", () => {
    expect(new Set(catalog.models.map(({ id }) => modelName(id))).size).toBe(catalog.models.length);
  });
});
