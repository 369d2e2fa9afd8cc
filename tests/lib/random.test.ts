import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalAt, poissonAt, seededUniform } from "../../src/lib/random.ts";

const TWO_TO_32 = 2 ** 32;
const take = (seed: number, count: number): number[] => Array.from({ length: count }, seededUniform(seed));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** sfc32 and MurmurHash3's finalizer once more, in integers of any size that are cut to 32 bits by hand. */
function* sfc32(seed: number): Generator<number, never> {
  const cut = (value: bigint): bigint => BigInt.asUintN(32, value);
  const mixed = (value: bigint): bigint => {
    let hash = cut(value);
    hash = cut((hash ^ (hash >> 16n)) * 0x85ebca6bn);
    hash = cut((hash ^ (hash >> 13n)) * 0xc2b2ae35n);
    return hash ^ (hash >> 16n);
  };
  const start = BigInt(seed);
  let [a, b, c, counter] = [mixed(start), mixed(start + 0x9e3779b9n), mixed(start + 2n * 0x9e3779b9n), 1n];
  for (let round = 0; ; round += 1) {
    const sum = cut(a + b + counter);
    counter += 1n;
    a = b ^ (b >> 9n);
    b = cut(c * 9n);
    c = cut(cut((c << 21n) | (c >> 11n)) + sum);
    if (round >= 15) yield Number(sum);
  }
}

describe("a seeded sequence", () => {
  it("is sfc32 after 15 rounds, each number half a step above its 32 bits", () => {
    fc.assert(
      fc.property(fc.nat(TWO_TO_32 - 1), (seed) => {
        const reference = sfc32(seed);
        const expected = Array.from({ length: 40 }, () => (reference.next().value + 0.5) / TWO_TO_32);
        expect(take(seed, 40)).toEqual(expected);
      }),
    );
  });

  it("lies evenly between 0 and 1, neither of them inside", () => {
    const values = take(7, 100_000);
    const counts = new Array<number>(20).fill(0);
    for (const value of values) counts[Math.floor(value * 20)] = (counts[Math.floor(value * 20)] ?? 0) + 1;
    // 5,000 in each of 20 parts, give or take 5 × √(100,000 × 0.05 × 0.95) = 345.
    for (const count of counts) expect(Math.abs(count - 5_000)).toBeLessThan(345);
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it.each([
    ["from number to number", take(7, 40_001)],
    ["from seed to seed", Array.from({ length: 40_001 }, (_, seed) => seededUniform(seed)())],
  ])("does not hang together %s", (_which, values) => {
    // The product of two independent numbers around 0 is 0 on the mean, with a deviation of 1/12 ÷ √40,000 = 0.00042: five of
    // them.
    const products = values.slice(1).map((value, index) => (value - 0.5) * ((values[index] ?? 0) - 0.5));
    expect(Math.abs(mean(products))).toBeLessThan(0.0021);
  });

  it("takes seeds of 32 bits and no others", () => {
    expect(() => seededUniform(0)).not.toThrow();
    expect(() => seededUniform(TWO_TO_32 - 1)).not.toThrow();
    for (const seed of [-1, TWO_TO_32, 1.5, Number.NaN])
      expect(() => seededUniform(seed)).toThrow(new RangeError(`seed: ${seed} is not a whole number from 0 to 4294967295`));
  });
});

/** The share of the standard normal distribution above z ≥ 0, by Laplace's continued fraction or the series at 0. */
function shareAbove(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let level = 300; level > 0; level -= 1) fraction = z + level / fraction;
    return density / fraction;
  }
  let [sum, term] = [z, z];
  for (let odd = 3; odd < 200; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - density * sum;
}

describe("the normal distribution", () => {
  it.each([
    [0.5, 0],
    // The three check values of Wichura's paper, one for each of its pieces.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
    // Any table of percentage points.
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
  ])("has a share of %d under its point", (share, point) => {
    expect(normalAt(share)).toBeCloseTo(point, 13);
  });

  it("comes back to the share it was asked for, on both sides of every piece's end", () => {
    // The pieces end at 0.5 − 0.425 and at e^−25.
    const ends = [0.075, Math.exp(-25)].flatMap((end) => [end * 0.999, end * 0.999_999, end, end * 1.000_001, end * 1.001]);
    for (const share of [...ends, 0.4999, 0.3, 0.01, 1e-6, 1e-15]) {
      expect(shareAbove(-normalAt(share)) / share).toBeCloseTo(1, 11);
      if (share > 1e-3) expect(normalAt(1 - share)).toBeCloseTo(-normalAt(share), 12);
    }
  });

  it("has no point for a share of nothing or all", () => {
    for (const share of [0, 1, -0.1, 1.1]) expect(normalAt(share)).toBeNaN();
  });

  it("is drawn with mean 0 and deviation 1", () => {
    const values = take(11, 100_000).map(normalAt);
    // Five deviations: 5/√100,000 = 0.0158 of a mean, √2 times that of a variance.
    expect(Math.abs(mean(values))).toBeLessThan(0.0158);
    expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(0.0224);
  });
});

describe("the Poisson distribution", () => {
  it.each([
    // With a mean of 1: 0 up to e^−1 = 0.36788, 1 up to 2·e^−1 = 0.73576, 2 up to 2.5·e^−1 = 0.91970.
    [1, 0.3678, 0],
    [1, 0.3679, 1],
    [1, 0.7357, 1],
    [1, 0.7358, 2],
    [1, 0.9196, 2],
    [1, 0.9198, 3],
    // e^−0.1 = 0.90484.
    [0.1, 0.9048, 0],
    [0.1, 0.9049, 1],
    [0, 1e-9, 0],
    [0, 1 - 1e-9, 0],
    // The median of a whole mean is the mean (Choi, 1994).
    [88, 0.5, 88],
    [1_000_000, 0.5, 1_000_000],
  ])("of mean %d has its share of %d at %d", (average, share, count) => {
    expect(poissonAt(average)(share)).toBe(count);
  });

  it("is the sum of e^−m · m^k / k! for every mean and share", () => {
    const means = fc.integer({ min: 1, max: 100_000 }).map((count) => count / 1_000);
    const shares = fc.integer({ min: 1, max: 999_999 }).map((count) => count / 1e6);
    fc.assert(
      fc.property(means, shares, (average, share) => {
        const count = poissonAt(average)(share);
        let [chance, below] = [Math.exp(-average), 0];
        for (let k = 0; k < count; k += 1) {
          below += chance;
          chance *= average / (k + 1);
        }
        expect(below).toBeLessThanOrEqual(share + 1e-12);
        expect(below + chance).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });

  it("has a count for the first and the last step of a sequence", () => {
    const at = poissonAt(10);
    // e^−10 = 0.000045 is more than half a step, so the first is a 0. Half a step is 1.2 × 10^−10: more than 34 has a chance of 6
    // × 10^−10, more than 38 one of 3 × 10^−12.
    expect(at(0.5 / TWO_TO_32)).toBe(0);
    expect(at(1 - 0.5 / TWO_TO_32)).toBeGreaterThan(34);
    expect(at(1 - 0.5 / TWO_TO_32)).toBeLessThan(39);
  });

  it("is drawn with a variance as large as its mean", () => {
    const counts = take(13, 100_000).map(poissonAt(2.5));
    // Five deviations: 5 × √(2.5/100,000) = 0.025; of the variance 5 × √((2.5 + 2 × 2.5²)/100,000) = 0.0613.
    expect(Math.abs(mean(counts) - 2.5)).toBeLessThan(0.025);
    expect(Math.abs(mean(counts.map((count) => (count - 2.5) ** 2)) - 2.5)).toBeLessThan(0.0613);
  });

  it("takes means from 0 to a thousand million and no others", () => {
    expect(poissonAt(1e9)(0.5)).toBe(1e9);
    for (const average of [-1, 1e9 + 1, Number.NaN, Infinity])
      expect(() => poissonAt(average)).toThrow(new RangeError(`mean: ${average} is not a number from 0 to 1000000000`));
  });
});
