import { type FocusEvent, type ReactElement, type ReactNode, useId } from "react";
import type { CsvCell } from "../lib/csv.ts";

export interface DataColumn {
  readonly id: string;
  /** With its unit, where the cells have none. */
  readonly label: string;
  /** Set to the right, so that digits stand under digits. */
  readonly numeric?: boolean | undefined;
  /** What it is called in a file, with its unit, where the label alone would not do: a file's cells are bare numbers. */
  readonly fileLabel?: string | undefined;
}

export interface DataRow {
  readonly id: string;
  /** One for each column; the first names the row. */
  readonly cells: readonly ReactNode[];
  /** The same cells as a file gets them: numbers unrounded, in the column's unit. Left out: the cells as they are. */
  readonly values?: readonly CsvCell[] | undefined;
}

export interface DataTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** The totals, one for each column. */
  readonly footer?: readonly ReactNode[] | undefined;
}

/** A real table; one too wide scrolls inside its own frame, by keyboard too, never with the page. */
export function DataTable({ caption, captionHidden = false, columns, rows, footer }: DataTableProps): ReactElement {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-labelledby={id} tabIndex={0} className="scroll-p-2 overflow-x-auto" onFocus={showWhole}>
      <table className="w-full border-collapse text-sm">
        <caption id={id} className={captionHidden ? "sr-only" : "pb-2 text-start text-soft"}>
          {caption}
        </caption>
        <thead className="border-b border-edge text-soft">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`px-2 py-1 align-bottom font-medium first:ps-0 last:pe-0 ${sideOf(column)}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} cells={row.cells} columns={columns} look="border-line border-b *:font-normal" />
          ))}
        </tbody>
        {footer === undefined ? null : (
          <tfoot>
            <Row cells={footer} columns={columns} look="*:font-semibold" />
          </tfoot>
        )}
      </table>
    </section>
  );
}

// A cell that the frame cuts off at its side counts as seen to Chromium, which then leaves it there.
function showWhole({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function Row({
  cells,
  columns,
  look,
}: {
  readonly cells: readonly ReactNode[];
  readonly columns: readonly DataColumn[];
  readonly look: string;
}): ReactElement {
  return (
    <tr className={look}>
      {columns.map((column, index) => {
        const Cell = index === 0 ? "th" : "td";
        return (
          <Cell
            key={column.id}
            scope={index === 0 ? "row" : undefined}
            className={`px-2 py-1.5 first:ps-0 last:pe-0 ${sideOf(column)}`}
          >
            {cells[index]}
          </Cell>
        );
      })}
    </tr>
  );
}

function sideOf(column: DataColumn): string {
  return column.numeric ? "text-end whitespace-nowrap" : "text-start";
}
