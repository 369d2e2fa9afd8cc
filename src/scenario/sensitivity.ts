import { conflicts } from "./conflicts.ts";
import { apiMonth } from "./estimate.ts";
import type { Scenario } from "./scenario.ts";
import { VARIED_INPUTS } from "./sensitivity-inputs.ts";
import type { Variation, VariedInput } from "./varied-input.ts";

/** The bill with one input at an end of its range. */
export interface SensitivityEnd extends Pick<Variation, "value" | "words"> {
  /** USD a month on the API, all developers, unrounded. */
  readonly perMonth: number;
}

/** How far one input moves the month's bill. USD a month on the API, all developers, unrounded. */
export interface Sensitivity {
  readonly id: string;
  readonly label: string;
  /** Its present value; null where profiles differ. */
  readonly now: string | null;
  /** The input at its low and at its high end, not the bill: a longer cache can cost less. Null where the scenario would contradict itself. */
  readonly low: SensitivityEnd | null;
  readonly high: SensitivityEnd | null;
  /** The bill as it is. */
  readonly base: number;
  /** The greatest of base and ends less the least. */
  readonly swing: number;
}

/** Sums of floating-point numbers differ behind the 12th digit: less than this share of the bill is no effect. */
const NOISE = 1e-9;

/**
 * What each input does to the month's bill when it alone changes, in all profiles at once; the greatest swing first.
 *
 * Numbers move by a quarter, counts of breaks, prefix changes and subagents from 0 to twice as many and one, choices to the others
 * (`VARIED_INPUTS`). A value out of range is brought to the nearest that is possible; an end that conflicts with another input (a
 * compaction limit under what every request sends) is left out, and so is an input without any effect.
 *
 * @throws RangeError as `estimate`
 * @example Sonnet at 100,000 output tokens a session and 20 sessions a month costs $30: a quarter more output is $37.50
 */
export function sensitivity(scenario: Scenario): readonly Sensitivity[] {
  const base = apiMonth(scenario);
  return VARIED_INPUTS.map((input) => varied(input, scenario, base))
    .filter(({ swing }) => swing > base * NOISE)
    .sort((a, b) => (Math.abs(b.swing - a.swing) <= base * NOISE ? 0 : b.swing - a.swing));
}

function varied({ id, label, now, ends }: VariedInput, scenario: Scenario, base: number): Sensitivity {
  const today = { scenario, base };
  const { low, high } = ends(scenario);
  const both = { low: billed(low, today), high: billed(high, today) };
  const bills = [base, both.low?.perMonth ?? base, both.high?.perMonth ?? base];
  return {
    id,
    label: typeof label === "string" ? label : label(scenario),
    now: now(scenario),
    ...both,
    base,
    swing: Math.max(...bills) - Math.min(...bills),
  };
}

function billed(
  { value, words, scenario }: Variation,
  today: { readonly scenario: Scenario; readonly base: number },
): SensitivityEnd | null {
  if (scenario === today.scenario) return { value, words, perMonth: today.base };
  return conflicts(scenario).length > 0 ? null : { value, words, perMonth: apiMonth(scenario) };
}
