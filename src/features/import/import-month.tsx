import type { ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import type { ChartNames } from "../../ui/charts/chart-names.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import { combineMonth, type HeatCell } from "./combine-import-month.ts";

const viewOf = memoByObject(combineMonth);

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const COLUMNS = [
  { id: "day", label: "Day" },
  { id: "requests", label: "Requests", numeric: true },
  { id: "amount", label: "US$", numeric: true },
];

/** The month to date and at its end, over a calendar of the last five weeks; older days stand in the table. */
export function ImportMonth({ summary }: { readonly summary: LogSummary }): ReactElement {
  const { takeaway, basis, weeks, days } = viewOf(summary);
  const table = (
    <DataTable
      caption="US$ by day, the last 13 months"
      columns={COLUMNS}
      rows={days.map(({ day, requests, amount, values }) => ({ id: day, cells: [day, requests, amount], values }))}
    />
  );
  return (
    <ChartFrame
      title="Month to date and last five weeks"
      file="own-usage"
      isTableOnly
      level={3}
      takeaway={takeaway}
      legend={basis === null ? undefined : <p className="text-sm text-soft">{basis}</p>}
      table={table}
    >
      {(names) => <Calendar names={names} weeks={weeks} />}
    </ChartFrame>
  );
}

interface CalendarProps {
  readonly names: ChartNames;
  readonly weeks: readonly (readonly HeatCell[])[];
}

// A table, as a calendar is one: it reads well without the bars, which only repeat the amounts.
function Calendar({ names, weeks }: CalendarProps): ReactElement {
  return (
    <table aria-labelledby={names.labelledBy} aria-describedby={names.describedBy} className="h-full w-full table-fixed text-xs">
      <thead className="text-soft">
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" className="h-6 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((cell) => (
              <Day key={cell.day} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ cell: { label, day, amount, size, isAhead } }: { readonly cell: HeatCell }): ReactElement {
  return (
    <td className={`relative h-12 border align-top ${isAhead ? "border-dashed border-line" : "border-line"}`}>
      <time dateTime={day} className="block ps-0.5 text-[0.625rem] leading-4 tracking-tight whitespace-nowrap text-soft">
        {label}
      </time>
      <span className="block text-center text-[0.625rem] leading-4 font-medium tracking-tight whitespace-nowrap sm:text-xs">
        {amount ?? ""}
      </span>
      {size > 0 ? (
        <span
          aria-hidden="true"
          className="absolute start-0 bottom-0 h-1.5 border-t-4 border-mark-1"
          style={{ width: `${size * 100}%` }}
        />
      ) : null}
    </td>
  );
}
