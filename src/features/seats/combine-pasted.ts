import type { DeveloperGroup } from "../../pricing/seat-choice.ts";
import { RANGES } from "../../scenario/ranges.ts";
import type { TeamGroup } from "../../scenario/scenario.ts";
import { usageGroups } from "../../scenario/usage-groups.ts";
import { readUsageRows, type UsageRow } from "../../scenario/usage-rows.ts";
import { formatCount } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** A table of users that was read. Their names stay in the page: in no scenario, link or storage. */
export interface PastedUsers {
  readonly rows: readonly UsageRow[];
  /** The rows as developers, one each: what the exact plan is made of. */
  readonly developers: readonly DeveloperGroup[];
  /** What enters the scenario and its link. */
  readonly team: readonly TeamGroup[];
}

/** What a paste comes to, in words. */
export interface PasteReading {
  /** null = no user could be read, or the table is too large for a link. */
  readonly users: PastedUsers | null;
  readonly title: string;
  readonly tone: "info" | "warn" | "error";
  /** Lines refused, the header, users listed again. */
  readonly items: readonly string[];
}

const MOST_ITEMS = 20;

/** Reads a pasted table of user and USD. Never throws. */
export function readPasted(text: string): PasteReading {
  const { rows, refused, headerLine } = readUsageRows(text);
  const refusals = refused.map(({ line, reason }) => `Line ${formatCount(line)}: ${reason}.`);
  if (rows.length === 0) return { users: null, title: "No user was read.", tone: "error", items: shortened(refusals, "lines") };
  const team = usageGroups(rows).map(({ count, totalUsd }) => ({ developers: count, totalUsd }));
  if (team.some(({ totalUsd }) => totalUsd > RANGES.monthUsd.most))
    return {
      users: null,
      title: `A group of these users comes to more than ${formatUsd(RANGES.monthUsd.most)} a month.`,
      tone: "error",
      items: [],
    };
  const header = headerLine === null ? [] : [`Line ${formatCount(headerLine)} holds the column names.`];
  const repeated = rows.flatMap(({ user, lines }) =>
    lines.length > 1 ? [`"${user}" stands on lines ${listed(lines)}: added up.`] : [],
  );
  return {
    users: { rows, developers: rows.map(({ usdPerMonth }) => ({ count: 1, usdPerMonth })), team },
    title: titleOf(rows, refused.length),
    tone: refused.length > 0 ? "warn" : "info",
    items: [...shortened(refusals, "lines"), ...header, ...shortened(repeated, "users listed again")],
  };
}

function titleOf(rows: readonly UsageRow[], refused: number): string {
  const sum = rows.reduce((total, { usdPerMonth }) => total + usdPerMonth, 0);
  const read = `${formatCount(rows.length)} ${rows.length === 1 ? "user" : "users"} read, ${formatUsd(sum)} a month`;
  if (refused === 0) return `${read}.`;
  return `${read}; ${refused === 1 ? "1 line was" : `${formatCount(refused)} lines were`} not.`;
}

function shortened(items: readonly string[], what: string): readonly string[] {
  const more = items.length - MOST_ITEMS;
  return more > 0 ? [...items.slice(0, MOST_ITEMS), `${formatCount(more)} more ${what}.`] : items;
}

function listed(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).map(formatCount);
  return lines.length > 5
    ? `${shown.join(", ")} and ${formatCount(lines.length - 5)} more`
    : shown.join(", ").replace(/, (\S+)$/, " and $1");
}
