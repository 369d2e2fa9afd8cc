import { outOfRange, requireWithin } from "./range-error.ts";

/** Gives the next number of a fixed sequence: above 0, below 1, in steps of 2^-32. */
export type Uniform = () => number;

const TWO_TO_32 = 2 ** 32;
const GOLDEN_RATIO = 0x9e3779b9;
const ROUNDS_BEFORE_USE = 15;

/**
 * A sequence that looks random and is the same for the same seed on every engine: whole 32-bit steps only. The generator is sfc32
 * of PractRand (Chris Doty-Humphrey, public domain); its three words are the seed mixed by MurmurHash3's finalizer (Austin
 * Appleby, public domain), a one-to-one map, so neighbouring seeds begin far apart. Not for secrets.
 *
 * @param seed a whole number from 0 to 2^32 − 1
 * @throws RangeError for any other seed
 */
export function seededUniform(seed: number): Uniform {
  requireSeed("seed", seed);
  let [a, b, c] = [mixed(seed), mixed(seed + GOLDEN_RATIO), mixed(seed + 2 * GOLDEN_RATIO)];
  let counter = 1;
  const next: Uniform = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    // Half a step up: 0 and 1 have no place on a curve that never ends.
    return ((sum >>> 0) + 0.5) / TWO_TO_32;
  };
  for (let round = 0; round < ROUNDS_BEFORE_USE; round += 1) next();
  return next;
}

/** Refuses what is no seed. @throws RangeError naming field, value and expectation */
export function requireSeed(field: string, seed: unknown): void {
  if (!(Number.isSafeInteger(seed) && (seed as number) >= 0 && (seed as number) < TWO_TO_32))
    throw outOfRange(field, seed, "a whole number from 0 to 4294967295");
}

function mixed(word: number): number {
  let hash = word | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

// Numerators and denominators, lowest power first, of the three pieces of PPND16, to as many digits as a double holds.
const MIDDLE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
    5226.495278852854,
  ],
] as const;
const OUTER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
    1.0507500716444169e-9,
  ],
] as const;
const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/**
 * The value of the standard normal distribution under which a share lies: `normalAt(uniform())` draws one. Accurate to about 1
 * part in 10^16: algorithm AS 241, PPND16 (Michael Wichura, Applied Statistics 37, 1988).
 *
 * @param share above 0, below 1; others give NaN
 * @example normalAt(0.5) //=> 0; normalAt(0.9) is 1.2815515655446, normalAt(0.1) the same below 0
 */
export function normalAt(share: number): number {
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(MIDDLE, 0.180625 - fromMiddle * fromMiddle);
  const depth = Math.sqrt(-Math.log(fromMiddle < 0 ? share : 1 - share));
  const size = depth <= 5 ? ratio(OUTER, depth - 1.6) : ratio(FAR, depth - 5);
  return fromMiddle < 0 ? -size : size;
}

type Powers = readonly [number, number, number, number, number, number, number, number];

function ratio(pieces: readonly [Powers, Powers], at: number): number {
  return polynomial(pieces[0], at) / polynomial(pieces[1], at);
}

// Written out, and without taking the list apart: it runs a million times in a range of months.
function polynomial(of: Powers, x: number): number {
  return ((((((of[7] * x + of[6]) * x + of[5]) * x + of[4]) * x + of[3]) * x + of[2]) * x + of[1]) * x + of[0];
}

/** Far below one step of `Uniform`: what is less likely than this against the likeliest count never comes. */
const UNHEARD_OF = 1e-18;

/**
 * The count of the Poisson distribution under which a share lies: `poissonAt(mean)(uniform())` draws one. The table of chances is
 * made once, from the likeliest count outwards, by products and sums alone, so a share gives the same count on every engine.
 *
 * @param mean from 0 to 1,000,000,000; the table has about 18 × √mean places
 * @throws RangeError for any other mean
 * @example poissonAt(0)(0.99) //=> 0; a mean of 1 gives 0 with a chance of e^-1 = 36.8 %, so poissonAt(1)(0.36) is 0 and (0.37)
 * is 1
 */
export function poissonAt(mean: number): (share: number) => number {
  requireWithin("mean", mean, [0, 1e9]);
  const likeliest = Math.floor(mean);
  const below = chances((step) => (likeliest - step + 1) / mean).reverse();
  const atLeast = likeliest - below.length;
  const sums = runningSums([...below, 1, ...chances((step) => mean / (likeliest + step))]);
  const all = sums[sums.length - 1] ?? 1;
  return (share) => atLeast + firstAbove(sums, share * all);
}

// Going outwards each chance is the one before times a factor, down to nothing.
function chances(factorAt: (step: number) => number): number[] {
  const found: number[] = [];
  for (let step = 1, chance = factorAt(1); chance > UNHEARD_OF; step += 1, chance *= factorAt(step)) found.push(chance);
  return found;
}

function runningSums(chances: readonly number[]): Float64Array {
  const sums = new Float64Array(chances.length);
  let sum = 0;
  chances.forEach((chance, index) => {
    sum += chance;
    sums[index] = sum;
  });
  return sums;
}

function firstAbove(sums: Float64Array, value: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sums[middle] as number) > value) to = middle;
    else from = middle + 1;
  }
  return from;
}
