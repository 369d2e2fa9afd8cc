import type { IsoDay } from "../lib/calendar.ts";
import { catalogDate } from "../rates/catalog.ts";
import { readDay } from "./counts.ts";
import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { listIn } from "./json-values.ts";

/** A way in which ccusage groups the same usage. */
export type Section = "daily" | "weekly" | "monthly" | "sessions" | "blocks" | "projects" | "entries";

/** One report of ccusage: the rows of one way of grouping. */
export interface CcusageReport {
  readonly section: Section;
  readonly rows: readonly JsonObject[];
  /** Other ways of grouping in the same object, which repeat the same usage. */
  readonly others: number;
}

/** The days that a row is about. */
export interface RowDays {
  readonly since?: IsoDay;
  readonly day?: IsoDay;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  daily: "daily",
  weekly: "weekly",
  monthly: "monthly",
  session: "sessions",
  sessions: "sessions",
  blocks: "blocks",
  projects: "projects",
};

/** The report that an object is, or null: by its rows, or by its totals where there are none. */
export function reportOf(value: JsonObject): CcusageReport | null {
  if (
    textIn(value, "sessionId") !== null &&
    fieldOf(value, "totalCost") !== undefined &&
    Array.isArray(fieldOf(value, "entries"))
  )
    return { section: "entries", rows: listIn(value, "entries").filter(isJsonObject), others: 0 };
  const found = Object.keys(value).flatMap((key) => {
    const section = Object.hasOwn(SECTIONS, key) ? SECTIONS[key] : undefined;
    const rows = section && rowsIn(value, key);
    return section && rows ? [{ section, rows }] : [];
  });
  const first = found.find(({ rows }) => rows.length > 0) ?? found[0];
  if (!first || !(first.rows.some(isRow) || (first.rows.length === 0 && objectIn(value, "totals")))) return null;
  return { ...first, others: found.length - 1 };
}

// `--instances` groups the days by project once more.
function rowsIn(value: JsonObject, key: string): readonly JsonObject[] | null {
  const rows = fieldOf(value, key);
  if (Array.isArray(rows)) return rows.filter(isJsonObject);
  return isJsonObject(rows) && key === "projects" ? Object.values(rows).flat().filter(isJsonObject) : null;
}

function isRow(row: JsonObject): boolean {
  return (
    Array.isArray(fieldOf(row, "modelBreakdowns")) ||
    Array.isArray(fieldOf(row, "modelsUsed")) ||
    objectIn(row, "tokenCounts") !== null
  );
}

/** The days of a row: a day, a week from its Sunday, a month, a session or block from its first to its last activity. */
export function rowDays(section: Section, row: JsonObject): RowDays {
  const [first, last] = spanOf(section, row);
  if (last === null) return {};
  return { since: first ?? last, day: last < catalogDate || (first ?? last) > catalogDate ? last : catalogDate };
}

function spanOf(section: Section, row: JsonObject): readonly [IsoDay | null, IsoDay | null] {
  const dayIn = (...names: readonly string[]) =>
    names.map((name) => readDay(fieldOf(row, name))).find((day) => day !== null) ?? null;
  if (section === "blocks") return [dayIn("startTime"), dayIn("actualEndTime", "startTime")];
  if (section === "sessions") return [dayIn("firstActivity"), dayIn("lastActivity")];
  const month = monthOf(textIn(row, "month") ?? textIn(row, "period") ?? "");
  if (month) return month;
  const day = dayIn("date", "week", "period", "timestamp");
  return [day, day !== null && section === "weekly" ? plusDays(day, 6) : day];
}

function monthOf(text: string): readonly [IsoDay, IsoDay] | null {
  const first = readDay(`${text}-01`);
  // No month has 32 days: the 32nd is in the next one, whose first day is one day after the last of this.
  return first === null ? null : [first, plusDays(`${plusDays(first, 31).slice(0, 7)}-01`, -1)];
}

function plusDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
