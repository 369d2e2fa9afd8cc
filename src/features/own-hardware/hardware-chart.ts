import { type HardwareMonth, hardwareBill, type Meeting } from "../../pricing/own-hardware.ts";
import type { CallQuestion } from "../../scenario/questions.ts";
import type { CostLinesProps, LinePoint } from "../../ui/charts/cost-lines-plan.ts";
import { formatTokensShort } from "../../ui/format-count.ts";
import { formatAboutUsd } from "../../ui/format-money.ts";

/** Everything that the words and the drawing are made of. */
export interface HardwareCase {
  readonly question: CallQuestion;
  readonly model: string;
  readonly month: HardwareMonth;
  /** USD that the API charges for a call. */
  readonly usdPerCall: number;
  /** Tokens of a call, in and out. */
  readonly tokens: number;
  readonly meeting: Meeting | null;
}

/** How far the drawing reaches, in calls a month: room for the person's own, the crossing, and the step to a second machine where that is near. */
export function farthestCalls({ question: { callsPerMonth }, month: { callsPerMachine }, meeting }: HardwareCase): number {
  const near = meeting === null ? callsPerMachine : meeting.calls;
  const most = Math.max(callsPerMonth * 1.25, near * 1.5, 10);
  return Math.ceil(callsPerMachine > most && callsPerMachine < most * 2 ? callsPerMachine * 1.1 : most);
}

/** More steps than this in a drawing are one slope to the eye. */
const MOST_STEPS = 24;

/** The API as a line, own hardware as a step for each machine; `most` is how far it reaches. */
export function chartOf(found: HardwareCase, most: number): CostLinesProps {
  const { usdPerCall, meeting } = found;
  return {
    series: [
      {
        name: "API",
        mark: 1,
        points: [
          { x: 0, y: 0 },
          { x: most, y: most * usdPerCall },
        ],
      },
      { name: "Own hardware", mark: 3, points: stepsOf(found.month, most) },
    ],
    crossings:
      meeting === null || meeting.calls > most
        ? []
        : [{ x: meeting.calls, label: `same cost at ${formatTokensShort(meeting.calls)}` }],
    xLabel: "calls a month",
    yLabel: "US$ a month",
    formatX: formatTokensShort,
    formatY: formatAboutUsd,
  };
}

// A step is drawn between the last call of some machines and the first of one more.
function stepsOf(month: HardwareMonth, most: number): readonly LinePoint[] {
  const machines = Math.ceil(most / month.callsPerMachine);
  const stride = Math.ceil(machines / MOST_STEPS);
  const ends = Array.from(
    { length: Math.ceil(machines / stride) - 1 },
    (_, index) => (index + 1) * stride * month.callsPerMachine,
  );
  const at = (x: number): readonly LinePoint[] => {
    const bill = hardwareBill(month, x);
    return bill === null ? [] : [{ x, y: bill.usd }];
  };
  return [0, ...ends.flatMap((end) => [end, end * (1 + 1e-6)]), most].flatMap(at);
}
