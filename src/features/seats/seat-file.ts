import type { SeatPlan } from "../../pricing/plan-seats.ts";
import { optionName } from "./seat-words.ts";

/** The columns of {@link fileRows}. */
export const FILE_COLUMNS: readonly { readonly id: string; readonly label: string }[] = [
  { id: "limits", label: "Limits at their end" },
  { id: "group", label: "Group or user" },
  { id: "developers", label: "Developers or seats" },
  { id: "work", label: "Work each, API-equivalent US$ a month" },
  { id: "gets", label: "Gets" },
  { id: "fee", label: "Fee each, US$ a month" },
  { id: "usage", label: "API usage each, US$ a month" },
];

/** Who gets what at one end of the limits, by {@link FILE_COLUMNS}. Unused seats stand in rows of their own, so developers × (fee + usage) adds up to the bill. */
export function fileRows(
  end: string,
  { groups, lines }: SeatPlan,
  names: readonly string[],
): readonly (readonly (string | number)[])[] {
  const given = groups.flatMap((group, index) =>
    group.given.map(({ option, developers, fee, usage }) => [
      end,
      names[index] ?? "",
      developers,
      group.usdPerMonth,
      optionName(option),
      fee,
      usage,
    ]),
  );
  const unused = lines.flatMap(({ kind, option, count, amount }) =>
    kind === "unused-seats" ? [[end, "Unused seats", count, 0, optionName(option), amount / count, 0]] : [],
  );
  return [...given, ...unused];
}
