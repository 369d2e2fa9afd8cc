import { describe, expect, it } from "vitest";
import { pairProfiles } from "../../src/scenario/profile-pairs.ts";
import type { Profile } from "../../src/scenario/scenario.ts";
import { byTotals } from "./made-scenario.ts";

const named = (name: string, input = 1): Profile => byTotals("claude-opus-5-5", { input }, { name });
const [coding, review, night, fix] = ["Coding", "Review", "Night", "Fix"].map((name) => named(name)) as [
  Profile,
  Profile,
  Profile,
  Profile,
];

describe("the profiles of two scenarios, laid beside each other", () => {
  it("those of one name belong together, wherever they stand, and are told by it", () => {
    const [laterReview, laterCoding] = [named("Review", 2), named("Coding", 2)];
    expect(pairProfiles([coding, review], [laterReview, laterCoding])).toEqual({
      kept: [
        { id: "profile 0", place: 0, from: coding, to: laterCoding, of: " (Coding)" },
        { id: "profile 1", place: 1, from: review, to: laterReview, of: " (Review)" },
      ],
      gone: [],
      added: [],
    });
  });

  it("of those left over the first goes with the first, under its new name", () => {
    expect(pairProfiles([coding, review, night], [fix, review, named("Plan")])).toEqual({
      kept: [
        { id: "profile 0", place: 0, from: coding, to: fix, of: " (Fix)" },
        { id: "profile 1", place: 1, from: review, to: review, of: " (Review)" },
        { id: "profile 2", place: 2, from: night, to: named("Plan"), of: " (Plan)" },
      ],
      gone: [],
      added: [],
    });
  });

  it("where each scenario has one, nothing is there to tell it from", () => {
    const { kept } = pairProfiles([coding], [fix]);
    expect(kept).toEqual([{ id: "profile 0", place: 0, from: coding, to: fix, of: "" }]);
  });

  it("those that the second alone has are added, in their order; the one that stays is told by its name", () => {
    expect(pairProfiles([coding], [review, coding, night])).toEqual({
      kept: [{ id: "profile 0", place: 0, from: coding, to: coding, of: " (Coding)" }],
      gone: [],
      added: [review, night],
    });
  });

  it("those that the first alone has are gone, the last place first", () => {
    expect(pairProfiles([coding, review, night], [review])).toEqual({
      kept: [{ id: "profile 1", place: 1, from: review, to: review, of: " (Review)" }],
      gone: [
        { place: 2, profile: night },
        { place: 0, profile: coding },
      ],
      added: [],
    });
  });

  it("two of the same name go by their order", () => {
    const again = named("Coding", 2);
    expect(pairProfiles([coding, again], [again, coding]).kept.map(({ from, to }) => [from, to])).toEqual([
      [coding, again],
      [again, coding],
    ]);
  });
});
