import type { Scenario } from "../../scenario/scenario.ts";
import { type Sensitivity, type SensitivityEnd, sensitivity } from "../../scenario/sensitivity.ts";
import type { TornadoEnd, TornadoProps } from "../../ui/charts/tornado-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";

/** Which input moves the month's bill most. */
export interface SensitivityView {
  readonly takeaway: string;
  /** The inputs that move it most, at most eight. */
  readonly chart: TornadoProps;
  readonly columns: readonly DataColumn[];
  /** Every input that moves it. */
  readonly rows: readonly DataRow[];
  readonly caption: string;
}

const MOST_BARS = 8;

const COLUMNS: readonly DataColumn[] = [
  { id: "input", label: "Input" },
  { id: "now", label: "Now" },
  { id: "low", label: "Low end" },
  { id: "low-bill", label: "Bill", numeric: true, fileLabel: "Bill at the low end, US$ a month" },
  { id: "high", label: "High end" },
  { id: "high-bill", label: "Bill", numeric: true, fileLabel: "Bill at the high end, US$ a month" },
  { id: "swing", label: "Swing", numeric: true, fileLabel: "Swing, US$ a month" },
];

/** Null where nothing moves the bill: the work costs nothing. */
export function combineSensitivity(scenario: Scenario): SensitivityView | null {
  const inputs = sensitivity(scenario);
  const [first] = inputs;
  if (!first) return null;
  const { base } = first;
  return {
    takeaway: takeawayOf(inputs),
    chart: {
      rows: inputs.slice(0, MOST_BARS).map(({ label, low, high }) => ({ label, low: endOf(low, base), high: endOf(high, base) })),
      base,
      low: { name: "Low end of the input", mark: 1 },
      high: { name: "High end of the input", mark: 2 },
      formatValue: formatUsd,
      formatChange,
      valueLabel: `US$ a month more or less than ${formatAboutUsd(base)}`,
    },
    columns: COLUMNS,
    rows: inputs.map(rowOf),
    caption: `The bill on the API with one input changed, US$ a month, all developers; now ${formatUsd(base)}`,
  };
}

function endOf(end: SensitivityEnd | null, base: number): TornadoEnd | null {
  return end && { text: end.value, change: end.perMonth - base };
}

/** @example formatChange(31.4) //=> "+$31" */
function formatChange(change: number): string {
  return change > 0 ? `+${formatAboutUsd(change)}` : formatAboutUsd(change);
}

function rowOf({ id, label, now, low, high, swing }: Sensitivity): DataRow {
  const first = [label, now ?? "differs by profile"];
  return {
    id,
    cells: [...first, ...cellsOf(low), ...cellsOf(high), formatUsd(swing)],
    values: [...first, ...valuesOf(low), ...valuesOf(high), swing],
  };
}

function cellsOf(end: SensitivityEnd | null): readonly string[] {
  if (end === null) return ["not possible beside the other inputs", ""];
  const { value, words, perMonth } = end;
  const isPartOf = /^[\d,.]+$/.test(value) && /% (less|more)$/.test(words);
  return [isPartOf ? `${value} (${words})` : words, formatUsd(perMonth)];
}

function valuesOf(end: SensitivityEnd | null): readonly (string | number | null)[] {
  return [cellsOf(end)[0] ?? "", end === null ? null : end.perMonth];
}

function takeawayOf([first, second]: readonly Sensitivity[]): string {
  if (!first) return "";
  const then = second ? ` Then ${lowerFirst(second.label)}: ${endsInWords(second)}.` : "";
  return `The bill moves most with ${lowerFirst(first.label)}: ${endsInWords(first)} a month.${then}`;
}

function endsInWords({ low, high, base }: Sensitivity): string {
  return [low, high].flatMap((end) => (end && end.perMonth !== base ? [effectOf(end, end.perMonth - base)] : [])).join(", ");
}

function effectOf({ words }: SensitivityEnd, change: number): string {
  return change < 0 ? `${words} saves ${formatAboutUsd(-change)}` : `${words} costs ${formatAboutUsd(change)} more`;
}

function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
