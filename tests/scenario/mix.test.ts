import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToMix, isWholeMix, moveShare, removeFromMix, replaceInMix, wholeMix } from "../../src/scenario/mix.ts";
import type { MixShare } from "../../src/scenario/scenario.ts";
import { anyMix } from "./any-scenario.ts";

/** A mix from `model percent`, with `!` behind for a locked one. */
function mix(...shares: readonly string[]): readonly MixShare[] {
  return shares.map((text) => {
    const [model = "", percent = ""] = text.replace("!", "").split(" ");
    return { model, percent: Number(percent), locked: text.endsWith("!") };
  });
}

describe("a share moved", () => {
  it.each([
    // The other gives what this one takes.
    ["of two", mix("a 60", "b 40"), "a", 70, mix("a 70", "b 30")],
    // 50 left, by 20 : 20.
    ["the others keep their proportions", mix("a 60", "b 20", "c 20"), "a", 50, mix("a 50", "b 25", "c 25")],
    // 90 left, by 30 : 10.
    ["also unequal ones", mix("a 60", "b 30", "c 10"), "a", 10, mix("a 10", "b 67.5", "c 22.5")],
    // 100 left by 1 : 1 : 1, 333.3 tenths each; the tenth that is left over goes to the first of equal remainders.
    [
      "a tenth left over goes to the first",
      mix("a 40", "b 20", "c 20", "d 20"),
      "a",
      0,
      mix("a 0", "b 33.4", "c 33.3", "d 33.3"),
    ],
    ["all of it", mix("a 60", "b 40"), "a", 100, mix("a 100", "b 0")],
    // 40 left for two that had nothing.
    ["others that had nothing share alike", mix("a 100", "b 0", "c 0"), "a", 60, mix("a 60", "b 20", "c 20")],
    ["a locked one stays", mix("a 50", "b 30!", "c 20"), "a", 60, mix("a 60", "b 30!", "c 10")],
    ["no further than the locked ones leave room for", mix("a 50", "b 30!", "c 20"), "a", 90, mix("a 70", "b 30!", "c 0")],
    ["with nothing else free it stays where it is", mix("a 70", "b 30!"), "a", 90, mix("a 70", "b 30!")],
    ["alone it stays where it is", mix("a 100"), "a", 10, mix("a 100")],
    ["to the nearest tenth", mix("a 60", "b 40"), "a", 33.33, mix("a 33.3", "b 66.7")],
    ["below nothing is nothing", mix("a 60", "b 40"), "a", -5, mix("a 0", "b 100")],
    ["above everything is everything", mix("a 60", "b 40"), "a", 105, mix("a 100", "b 0")],
    ["a model that is not there moves nothing", mix("a 60", "b 40"), "c", 30, mix("a 60", "b 40")],
  ])("%s", (_why, before, model, percent, after) => {
    expect(moveShare(before, model, percent)).toEqual(after);
  });
});

describe("a model added, taken out or put in another's place", () => {
  it.each([
    ["added with nothing", () => addToMix(mix("a 60!", "b 40"), "c"), mix("a 60!", "b 40", "c 0")],
    ["added twice changes nothing", () => addToMix(mix("a 60", "b 40"), "a"), mix("a 60", "b 40")],
    // 60 goes by 30 : 10.
    ["taken out, its share goes by proportions", () => removeFromMix(mix("a 60", "b 30", "c 10"), "a"), mix("b 75", "c 25")],
    ["to those that are not locked", () => removeFromMix(mix("a 60", "b 30!", "c 10"), "a"), mix("b 30!", "c 70")],
    ["to locked ones where no other is left", () => removeFromMix(mix("a 60", "b 30!", "c 10!"), "a"), mix("b 75!", "c 25!")],
    ["a locked one can be taken out", () => removeFromMix(mix("a 60!", "b 40"), "a"), mix("b 100")],
    ["the last stays", () => removeFromMix(mix("a 100"), "a"), mix("a 100")],
    ["one that is not there is not missed", () => removeFromMix(mix("a 60", "b 40"), "c"), mix("a 60", "b 40")],
    ["also of a mix that is not whole yet", () => removeFromMix(mix("a 60", "b 30"), "c"), mix("a 60", "b 30")],
    ["replaced with its share and lock", () => replaceInMix(mix("a 60!", "b 40"), "a", "c"), mix("c 60!", "b 40")],
    ["by one that is there: shares are added", () => replaceInMix(mix("a 60.1!", "b 39.9"), "a", "b"), mix("b 100")],
    ["by itself", () => replaceInMix(mix("a 60", "b 40"), "a", "a"), mix("a 60", "b 40")],
  ])("%s", (_why, after, expected) => {
    expect(after()).toEqual(expected);
  });
});

describe("shares brought to 100", () => {
  it.each([
    ["that are there stay", mix("a 60", "b 40"), mix("a 60", "b 40")],
    // 1,000 tenths by 1 : 1 : 1.
    ["thirds", mix("a 1", "b 1", "c 1"), mix("a 33.4", "b 33.3", "c 33.3")],
    // 70 : 70 is a half each.
    ["too much", mix("a 70", "b 70"), mix("a 50", "b 50")],
    ["nothing at all becomes the first", mix("a 0", "b 0"), mix("a 100", "b 0")],
    // 2 : 1: 666.7 and 333.3 tenths, the larger remainder rounds up.
    ["the tenth goes to the largest remainder", mix("a 1", "b 2"), mix("a 33.3", "b 66.7")],
    // 3 : 4: 428.57 and 571.43 tenths; the larger remainder is the smaller share's.
    ["also where the smaller share has it", mix("a 3", "b 4"), mix("a 42.9", "b 57.1")],
    ["locks are kept", mix("a 30!", "b 30"), mix("a 50!", "b 50")],
  ])("%s", (_why, before, after) => {
    expect(wholeMix(before)).toEqual(after);
  });

  it.each([
    ["99.9", mix("a 60", "b 39.9"), false],
    ["100", mix("a 60", "b 40"), true],
    ["100.1", mix("a 60", "b 40.1"), false],
    ["100 with a negative share", mix("a 110", "b -10"), false],
    ["none", [], false],
  ])("a mix of %s", (_why, shares, whole) => {
    expect(isWholeMix(shares)).toBe(whole);
  });
});

describe("laws: whatever is done to a mix, it is whole in tenths and what is locked holds", () => {
  const MODELS = ["a", "b", "c", "d", "e", "f"];
  const whole = anyMix(MODELS, 6);
  const percent = fc.oneof(
    fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
    fc.double({ min: -10, max: 110, noNaN: true }),
  );
  const tenths = (shares: readonly MixShare[]) => shares.map((share) => share.percent * 10);

  function expectWhole(shares: readonly MixShare[]): void {
    for (const share of shares) expect(share.percent).toBe(Math.round(share.percent * 10) / 10);
    expect(tenths(shares).reduce((sum, share) => sum + Math.round(share), 0)).toBe(1_000);
    expect(shares.every((share) => share.percent >= 0)).toBe(true);
    expect(isWholeMix(shares)).toBe(true);
  }

  it("a share moved, to and fro", () => {
    const moves = fc.array(fc.tuple(fc.nat(5), percent), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(whole, moves, (start, steps) => {
        let shares = start;
        for (const [index, to] of steps) {
          const { model } = shares[index % shares.length] as MixShare;
          const moved = moveShare(shares, model, to);
          expectWhole(moved);
          for (const share of shares.filter(({ locked, model: of }) => locked && of !== model))
            expect(moved).toContainEqual(share);
          shares = moved;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a share goes where it is moved to, where the locked ones leave room and another is free", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 1_000 }), (shares, to) => {
        const [first, ...others] = shares as [MixShare, ...MixShare[]];
        const held = others.filter(({ locked }) => locked).reduce((sum, share) => sum + Math.round(share.percent * 10), 0);
        const after = moveShare(shares, first.model, to / 10).find(({ model }) => model === first.model)?.percent;
        const free = others.some(({ locked }) => !locked);
        expect(after).toBe(free ? Math.min(to, 1_000 - held) / 10 : first.percent);
      }),
    );
  });

  it("a model added, taken out, put in another's place", () => {
    const model = fc.constantFrom(...MODELS);
    fc.assert(
      fc.property(whole, model, model, (shares, a, b) => {
        expectWhole(addToMix(shares, a));
        expectWhole(removeFromMix(shares, a));
        expectWhole(replaceInMix(shares, a, b));
        if (shares.length > 1) expect(removeFromMix(shares, a).map((share) => share.model)).not.toContain(a);
      }),
    );
  });

  it("shares that add to 100 stay as they are", () => {
    fc.assert(
      fc.property(whole, (shares) => {
        expect(wholeMix(shares)).toEqual(shares);
      }),
      { numRuns: 500 },
    );
  });

  it("shares of any sizes brought to 100, none off its proportion by a tenth or more", () => {
    const weights = fc.array(
      fc.integer({ min: 0, max: 1_000 }).map((value) => value / 10),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(weights, (percents) => {
        const shares = percents.map((value, index) => ({ model: `m${index}`, percent: value, locked: false }));
        const after = wholeMix(shares);
        expectWhole(after);
        const sum = percents.reduce((total, value) => total + value, 0);
        after.forEach((share, index) => {
          if (sum > 0) expect(Math.abs(share.percent - ((percents[index] ?? 0) / sum) * 100)).toBeLessThan(0.1 + 1e-9);
        });
      }),
      { numRuns: 500 },
    );
  });
});
