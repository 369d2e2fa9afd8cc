import { cheapestRanges } from "../../pricing/break-even.ts";
import { costOfPlan, type Overflow, type PlanOffer } from "../../pricing/compare-plans.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { CostBand, CostLinesProps, CostSeries, LinePoint } from "../../ui/charts/cost-lines-plan.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";

/** The API against each plan over sessions a day of one developer. */
export interface BreakEvenView {
  readonly takeaway: string;
  readonly chart: CostLinesProps;
  /** Where the person stands: sessions a day, USD a month on the API. */
  readonly own: LinePoint & { readonly label: string };
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

const MARKS: Readonly<Record<string, Mark>> = { api: 1, pro: 2, max: 3, ultra: 4, "team-standard": 5, "team-premium": 6 };
const MOST_CROSSINGS = 4;

/** Crossings are those at the low end of the plans' limits; a band shows how far the high end would take a plan's line down. */
export function combineBreakEven(scenario: Scenario, estimate: Estimate): BreakEvenView | null {
  const { comparison, sessionsPerDay, perSession } = estimate;
  const usdPerSession = sessionsPerDay > 0 ? estimate.perDeveloperMonth / sessionsPerDay : perSession * scenario.workingDays;
  if (comparison.low.length === 0 || usdPerSession === 0) return null;
  const crossings = crossingsOf(comparison.low, scenario.overflow, usdPerSession);
  const most = rangeOf(sessionsPerDay, crossings);
  const near = crossings.filter(({ x }) => x > 0 && x < most).slice(0, MOST_CROSSINGS);
  const line = { usdPerSession, most, overflow: scenario.overflow };
  const bands = comparison.low.flatMap((low, index) => bandOf(low, comparison.high[index]?.limit ?? null, line));
  const ranged = comparison.high.filter(({ name }) => bands.some((band) => band.name === name));
  return {
    takeaway: takeawayOf(crossings, sessionsPerDay),
    chart: {
      series: [
        {
          name: "API",
          mark: 1,
          points: [
            { x: 0, y: 0 },
            { x: most, y: most * usdPerSession },
          ],
        },
        ...comparison.low.map((offer) => seriesOf(offer, line)),
      ],
      ...(bands.length === 0 ? {} : { bands }),
      crossings: near.map(({ x, name }) => ({ x, label: `${name} from ${formatCount(x)}` })),
      xLabel: "sessions a working day",
      yLabel: "US$ a month, one developer",
      formatX: formatCount,
      formatY: formatAboutUsd,
    },
    own: { x: sessionsPerDay, y: estimate.perDeveloperMonth, label: `you: ${formatAboutUsd(estimate.perDeveloperMonth)}` },
    columns: [
      { id: "sessions", label: "Sessions a day" },
      { id: "api", label: "API", numeric: true, fileLabel: "API, US$ a month" },
      ...comparison.low.map(({ id, name }) => ({ id, label: name, numeric: true, fileLabel: `${name}, US$ a month` })),
      ...ranged.map(({ id, name }) => ({
        id: `${id} high`,
        label: `${name}, high limit`,
        numeric: true,
        fileLabel: `${name} at its high limit, US$ a month`,
      })),
    ],
    rows: rowsOf([...comparison.low, ...ranged], [...near.map(({ x }) => x), sessionsPerDay, most], line),
  };
}

interface Crossing {
  /** Sessions a day. */
  readonly x: number;
  /** What is cheapest from there on. */
  readonly name: string;
}

interface LineTerms {
  /** USD a month for each session a working day. */
  readonly usdPerSession: number;
  readonly most: number;
  readonly overflow: Overflow;
}

function crossingsOf(offers: readonly PlanOffer[], overflow: Overflow, usdPerSession: number): readonly Crossing[] {
  return cheapestRanges(offers, overflow)
    .slice(1)
    .map(({ cheapest, from }) => ({ x: from / usdPerSession, name: offers.find(({ id }) => id === cheapest)?.name ?? "API" }));
}

// Room for the person's own point and for the crossings that lie within reach of it.
function rangeOf(own: number, crossings: readonly Crossing[]): number {
  const [first] = crossings;
  const within = crossings.filter(({ x }) => x <= own * 3).map(({ x }) => x);
  return Math.max(own * 1.5, (first?.x ?? 1) * 2, ...within.map((x) => x * 1.25));
}

function seriesOf(offer: PlanOffer, { usdPerSession, most, overflow }: LineTerms): CostSeries {
  const bend = offer.limit === null ? most : Math.min(most, offer.limit / usdPerSession);
  const ends = overflow === "not-allowed" ? [0, bend] : [0, bend, most];
  const points = [...new Set(ends)].map((x) => ({ x, y: costOfPlan(offer, x * usdPerSession, "api-rates").cost ?? offer.fee }));
  return { name: offer.name, mark: MARKS[offer.id] ?? 6, points };
}

// From where the low limit is reached; nothing where both ends are one limit, or the low one lies beyond the drawing.
function bandOf(low: PlanOffer, highLimit: number | null, { usdPerSession, most, overflow }: LineTerms): readonly CostBand[] {
  if (low.limit === null || low.limit === highLimit) return [];
  const [start, bend] = [low.limit, highLimit ?? Infinity].map((limit) => Math.min(most, limit / usdPerSession)) as [
    number,
    number,
  ];
  if (start === most) return [];
  const costAt = (x: number, limit: number | null): number =>
    costOfPlan({ ...low, limit }, x * usdPerSession, "api-rates").overflow + low.fee;
  const ends = overflow === "not-allowed" ? [start, bend] : [start, bend, most];
  const points = [...new Set(ends)].map((x) => ({
    x,
    low: costAt(x, highLimit),
    // Where work stops at the limit, a plan costs its fee up to there and nothing serves beyond.
    high: overflow === "not-allowed" ? low.fee : costAt(x, low.limit),
  }));
  return [{ name: low.name, mark: MARKS[low.id] ?? 6, points }];
}

function rowsOf(
  offers: readonly PlanOffer[],
  places: readonly number[],
  { usdPerSession, overflow }: LineTerms,
): readonly DataRow[] {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  return sorted.map((x) => {
    const costs = offers.map((offer) => costOfPlan(offer, x * usdPerSession, overflow).cost);
    return {
      id: String(x),
      cells: [
        formatCount(x),
        formatUsd(x * usdPerSession),
        ...costs.map((cost) => (cost === null ? "does not serve" : formatUsd(cost))),
      ],
      values: [x, x * usdPerSession, ...costs],
    };
  });
}

function takeawayOf(crossings: readonly Crossing[], own: number): string {
  if (crossings.length === 0) return "The API is the cheapest at every number of sessions.";
  const turns = crossings.map(({ x, name }, index) => `${name} ${index === 0 ? "is cheapest from " : "from "}${formatCount(x)}`);
  return `${turns.join(", ")} sessions a day, at the low end of what the plans cover; you are at ${formatCount(own)}.`;
}
