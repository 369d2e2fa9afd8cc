import type { SeatLine, SeatPlan } from "../../pricing/plan-seats.ts";
import type { DeveloperGroup } from "../../pricing/seat-choice.ts";
import type { SeatPlansByHeadCount } from "../../pricing/seat-head-count.ts";
import { formatCount } from "../../ui/format-count.ts";
import { formatUsd, roundTogether } from "../../ui/format-money.ts";
import { counted, optionName, timesOption } from "./seat-words.ts";

/** A cell of the low and of the high end, with what stands under it in small letters. */
export interface SeatCell {
  readonly text: string;
  readonly note: string;
}

/** A row of one of the tables: what it is of, at the low and at the high end of the limits. */
export interface SeatRow {
  readonly id: string;
  readonly label: SeatCell;
  readonly low: SeatCell;
  readonly high: SeatCell;
}

const KINDS: readonly SeatLine["kind"][] = ["fees", "unused-seats", "api", "overflow"];

/** Each kind of line and option in a row of its own, as `planSeats` has them; texts add up to the total as shown. */
export function billRows(low: SeatPlan, high: SeatPlan): readonly SeatRow[] {
  const texts = [low, high].map(({ lines }) => {
    const amounts = roundTogether(lines.map(({ amount }) => amount));
    return new Map(lines.map((line, index) => [keyOf(line), { text: amounts[index] ?? "", note: countOf(line) }]));
  });
  const lines = new Map([...low.lines, ...high.lines].map((line) => [keyOf(line), line]));
  const cell = (end: number, key: string): SeatCell => texts[end]?.get(key) ?? { text: "none", note: "" };
  return [...lines]
    .sort(([, a], [, b]) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(([key, line]) => ({ id: key, label: { text: lineName(line), note: "" }, low: cell(0, key), high: cell(1, key) }));
}

function keyOf({ kind, option }: SeatLine): string {
  return `${kind} ${option}`;
}

function lineName({ kind, option }: SeatLine): string {
  if (kind === "api") return "API bills";
  if (kind === "fees") return `Fees, ${optionName(option)}`;
  return kind === "unused-seats" ? `Unused seats, ${optionName(option)}` : `Overflow, ${optionName(option)}`;
}

function countOf({ kind, count }: SeatLine): string {
  return counted(count, kind === "unused-seats" ? "seat" : "developer");
}

interface GivenGroup {
  readonly group: DeveloperGroup;
  readonly name: string;
  readonly ends: readonly [SeatPlan, SeatPlan];
}

/** What one group gets, by its place among the groups. */
export function givenRow(index: number, { group, name, ends }: GivenGroup): SeatRow {
  const [low, high] = ends.map(({ groups }): SeatCell => {
    const given = groups[index]?.given ?? [];
    const [only] = given;
    if (given.length === 1 && only?.developers === 1) return { text: optionName(only.option), note: "" };
    return {
      text: given.map(({ option, developers }) => timesOption(developers, option)).join(", "),
      note: "",
    };
  }) as [SeatCell, SeatCell];
  const people = group.count === 1 ? "" : `${formatCount(group.count)} developers, `;
  const note = `${people}${formatUsd(group.usdPerMonth)}${group.count === 1 ? "" : " each"}`;
  return { id: String(index), label: { text: name, note }, low, high };
}

/** Totals and who gets what at three head counts; none where 20% changes no head count. */
export function headCountRows(low: SeatPlansByHeadCount, high: SeatPlansByHeadCount): readonly SeatRow[] {
  if (low.fewer.developers === low.more.developers) return [];
  const names = { fewer: "20% fewer", stated: "As stated", more: "20% more" };
  return (["fewer", "stated", "more"] as const).map((count) => ({
    id: count,
    label: { text: names[count], note: `${formatCount(low[count].developers)} developers` },
    low: { text: formatUsd(low[count].total), note: mixOf(low[count]) },
    high: { text: formatUsd(high[count].total), note: mixOf(high[count]) },
  }));
}

// By what is given, the most frequent first; unused seats are paid and stand apart.
function mixOf({ groups, lines }: SeatPlan): string {
  const counts = new Map<string, number>();
  for (const { option, developers } of groups.flatMap(({ given }) => given))
    counts.set(option, (counts.get(option) ?? 0) + developers);
  const given = [...counts].sort((a, b) => b[1] - a[1]).map(([option, count]) => timesOption(count, option));
  const unused = lines.flatMap(({ kind, count }) => (kind === "unused-seats" ? [`${formatCount(count)} unused`] : []));
  return [...given, ...unused].join(", ");
}
