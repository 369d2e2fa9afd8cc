import type { SpreadFigures } from "../../scenario/month-spread.ts";
import type { OwnRange } from "../../ui/charts/own-point.tsx";
import { formatAboutUsd } from "../../ui/format-money.ts";

/** From where to where one developer's month can lie, beside the person's own point. */
export interface OwnRangeInWords extends OwnRange {
  /** "you: $195, p10–p90 $142–$250" */
  readonly words: string;
}

/**
 * The whisker at the person's own point: eight months in ten lie in it.
 * @param usd the month as estimated, one developer
 * @returns undefined where all months cost the same
 */
export function combineOwnRange(usd: number, { p10, p90 }: SpreadFigures): OwnRangeInWords | undefined {
  if (p10 === p90) return undefined;
  const [low, high] = [formatAboutUsd(p10), formatAboutUsd(p90)];
  return {
    low: p10,
    high: p90,
    lowLabel: `p10 ${low}`,
    highLabel: `p90 ${high}`,
    words: `you: ${formatAboutUsd(usd)}, p10–p90 ${low}–${high}`,
  };
}
