import { describe, expect, it } from "vitest";
import { nameProblem, withNamed, withoutNamed, withRenamed } from "../../src/features/saved/saved-list.ts";
import type { NamedScenario } from "../../src/state/saved-scenarios.ts";

const entry = (name: string, link = "v=1"): NamedScenario => ({ name, link, savedOn: "2026-11-21" });
const listOf = (...names: readonly string[]) => ({ named: names.map((name) => entry(name)), beforeLink: null });

describe("the list of saved scenarios", () => {
  it("has the newest in front; the same name once more takes the place of the first", () => {
    expect(withNamed(listOf("A", "B"), entry("C")).named.map(({ name }) => name)).toEqual(["C", "A", "B"]);
    expect(withNamed(listOf("A", "B"), entry("B", "v=1&s=6")).named).toEqual([entry("B", "v=1&s=6"), entry("A")]);
  });

  it("loses one by its name, and keeps the place of one that is renamed", () => {
    expect(withoutNamed(listOf("A", "B"), "A")).toEqual(listOf("B"));
    expect(withRenamed(listOf("A", "B", "C"), { from: "B", to: "D" })).toEqual(listOf("A", "D", "C"));
  });
});

describe("a name", () => {
  it("has 1 to 24 letters, digits and blanks", () => {
    for (const name of ["A", "Team 7", "a".repeat(24)]) expect(nameProblem(name, { named: [], own: null }), name).toBeNull();
    for (const name of ["", "a".repeat(25), "a/b", "<b>", "é"])
      expect(nameProblem(name, { named: [], own: null }), name).toMatch(/^A name has/);
  });

  it("may be taken over by saving, not by renaming", () => {
    const { named } = listOf("A", "B");
    expect(nameProblem("A", { named, own: null })).toBeNull();
    expect(nameProblem("A", { named, own: "A" })).toBeNull();
    expect(nameProblem("A", { named, own: "B" })).toBe("That name is taken.");
  });

  it("finds room while there are 49 others, not with 50", () => {
    const names = Array.from({ length: 50 }, (_, index) => `Name ${index}`);
    expect(nameProblem("Mine", { named: listOf(...names.slice(1)).named, own: null })).toBeNull();
    expect(nameProblem("Mine", { named: listOf(...names).named, own: null })).toMatch(/^There are 50 already/);
    expect(nameProblem("Name 7", { named: listOf(...names).named, own: null })).toBeNull();
  });
});
