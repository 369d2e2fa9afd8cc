import { type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import type { DataTableProps } from "./data-table.tsx";
import { ExportButton } from "./export-button.tsx";
import { fileTable } from "./export-table.ts";

export interface ChartFrameProps {
  readonly title: string;
  /** What its files are named by: `month`. */
  readonly file: string;
  readonly level: 2 | 3 | 4;
  /** What the drawing shows, in one sentence with its figures. */
  readonly takeaway: string;
  /** What its parts look like, where they are not named in the drawing itself. */
  readonly legend?: ReactNode;
  /** How much height is kept for the drawing before it is there, so that nothing shifts. */
  readonly height?: "low" | "middle" | "tall" | undefined;
  /** The same figures as a real table, a `DataTable`; it is also what is exported. */
  readonly table: ReactElement<DataTableProps>;
  /** Set where the drawing is no picture, so that only the table is exported. */
  readonly isTableOnly?: boolean | undefined;
  /** The drawing, given the ids of the heading that names it and of the sentence that describes it; it fills its box. */
  readonly children: (names: { readonly labelledBy: string; readonly describedBy: string }) => ReactNode;
}

const HEIGHTS = { low: "h-48", middle: "h-72", tall: "h-96" };

/** A chart that can also be read: heading, takeaway, the drawing, and its table, which is always in the page. */
export function ChartFrame({
  title,
  file,
  level,
  takeaway,
  legend,
  height = "middle",
  table,
  isTableOnly = false,
  children,
}: ChartFrameProps): ReactElement {
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const [tableShown, setTableShown] = useState(false);
  const Heading = `h${level}` as const;
  return (
    <section
      ref={frame}
      aria-labelledby={`${id}-title`}
      className="overflow-x-clip rounded-md border border-line bg-card p-4 sm:p-5"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <Heading id={`${id}-title`} className="text-base font-semibold">
            {title}
          </Heading>
          <p id={`${id}-takeaway`} className="mt-1 text-sm text-soft">
            {takeaway}
          </p>
        </div>
        <div className="flex shrink-0 flex-col gap-2 sm:flex-row">
          <Button
            aria-expanded={tableShown}
            aria-controls={`${id}-table`}
            aria-describedby={`${id}-title`}
            onClick={() => setTableShown(!tableShown)}
          >
            Table
          </Button>
          <ExportButton
            name={file}
            title={title}
            titleId={`${id}-title`}
            takeaway={takeaway}
            table={() => fileTable(table.props)}
            frame={isTableOnly ? undefined : () => frame.current}
          />
        </div>
      </div>
      {legend === undefined ? null : (
        <div className="mt-3" data-chart-legend="">
          {legend}
        </div>
      )}
      <div className={`mt-4 min-w-0 ${HEIGHTS[height]}`}>
        {children({ labelledBy: `${id}-title`, describedBy: `${id}-takeaway` })}
      </div>
      <div id={`${id}-table`} hidden={!tableShown} className="mt-4">
        {table}
      </div>
    </section>
  );
}
