import type { MixShare } from "./scenario.ts";

// Shares move in tenths of a percent, as whole numbers: only so do they add to exactly 100 whatever was done to them.
const WHOLE = 1_000;
const tenthsOf = (share: MixShare): number => Math.round(share.percent * 10);
const withTenths = (share: MixShare, tenths: number): MixShare => ({ ...share, percent: tenths / 10 });

/** Whether shares add to 100 and none is negative. */
export function isWholeMix(mix: readonly MixShare[]): boolean {
  return mix.every(({ percent }) => percent >= 0) && sumOf(mix.map(tenthsOf)) === WHOLE;
}

/**
 * Shares brought to 100 by their proportions, tenths that are left over going to the largest remainders; all zero becomes the first.
 * @example wholeMix([{ percent: 1, … }, { percent: 1, … }, { percent: 1, … }]) //=> 33.4, 33.3, 33.3
 */
export function wholeMix(mix: readonly MixShare[]): readonly MixShare[] {
  const weights = mix.map(({ percent }) => Math.max(0, percent));
  const parts = apportion(sumOf(weights) > 0 ? weights : mix.map((_, index) => (index === 0 ? 1 : 0)), WHOLE);
  return mix.map((share, index) => withTenths(share, parts[index] ?? 0));
}

/**
 * One share moved, the others giving or taking by their proportions; locked ones stay, so the moved one goes no further than they leave
 * room for. With nothing else free it stays where it is.
 *
 * @param percent where to; what is past 0 or 100 is that
 */
export function moveShare(mix: readonly MixShare[], model: string, percent: number): readonly MixShare[] {
  const others = mix.filter((share) => share.model !== model && !share.locked);
  if (others.length === 0 || !mix.some((share) => share.model === model)) return mix;
  const room = WHOLE - sumOf(mix.filter((share) => share.model !== model && share.locked).map(tenthsOf));
  const moved = Math.min(room, Math.max(0, Math.round(percent * 10)));
  const weights = others.map(tenthsOf);
  const parts = apportion(sumOf(weights) > 0 ? weights : weights.map(() => 1), room - moved);
  const partOf = new Map(others.map((share, index) => [share.model, parts[index] ?? 0]));
  return mix.map((share) => withTenths(share, share.model === model ? moved : (partOf.get(share.model) ?? tenthsOf(share))));
}

/** A model added with a share of 0, locks kept; a model that is there already changes nothing. */
export function addToMix(mix: readonly MixShare[], model: string): readonly MixShare[] {
  return mix.some((share) => share.model === model) ? mix : [...mix, { model, percent: 0, locked: false }];
}

/** A model taken out, its share going to the others by their proportions, to locked ones only where no other is left. The last stays. */
export function removeFromMix(mix: readonly MixShare[], model: string): readonly MixShare[] {
  if (mix.length < 2 || !mix.some((share) => share.model === model)) return mix;
  const free = moveShare(mix, model, 0);
  return wholeMix(free.filter((share) => share.model !== model));
}

/** A model put in another's place, with its share and lock; where it is there already the shares are added. */
export function replaceInMix(mix: readonly MixShare[], model: string, by: string): readonly MixShare[] {
  const leaving = mix.find((share) => share.model === model);
  if (!leaving || model === by) return mix;
  if (!mix.some((share) => share.model === by)) return mix.map((share) => (share === leaving ? { ...share, model: by } : share));
  return mix
    .filter((share) => share !== leaving)
    .map((share) => (share.model === by ? withTenths(share, tenthsOf(share) + tenthsOf(leaving)) : share));
}

/** Whole parts of `total` by weights, largest remainders first, ties to the earlier. The weights must not all be 0. */
function apportion(weights: readonly number[], total: number): number[] {
  const sum = sumOf(weights);
  const exact = weights.map((weight) => (weight * total) / sum);
  const parts = exact.map(Math.floor);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder);
  let left = total - sumOf(parts);
  for (const { index } of byRemainder) if (left-- > 0) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
