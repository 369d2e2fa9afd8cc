import { memo, type ReactElement } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { costLines } from "../../ui/charts/chart-kind.ts";
import { ChartSlot } from "../../ui/charts/chart-slot.tsx";
import { costLinesScales } from "../../ui/charts/cost-lines-plan.ts";
import { OwnPoint } from "../../ui/charts/own-point.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { combineOwnHardware, type OwnHardwareView } from "./combine-own-hardware.ts";
import { HardwareFields } from "./hardware-fields.tsx";

const TITLE = "Own hardware against the API";
const viewOf = memoByObject(combineOwnHardware);

/** Calls a month on own hardware and on the API, and where the two meet. */
export const OwnHardwarePanel = memo(function OwnHardwarePanel({ state: { shown } }: ShownProps): ReactElement {
  const view = viewOf(shown);
  return (
    <div className="grid grid-cols-1 gap-4" data-own-hardware="">
      {"why" in view ? null : (
        <div className="grid max-w-prose gap-1">
          <p className="text-pretty">{view.sentence}</p>
          <p className="text-sm text-soft">{view.call}</p>
        </div>
      )}
      <HardwareFields />
      {"why" in view ? <p>{view.why}</p> : <Answer view={view} />}
    </div>
  );
});

function Answer({ view }: { readonly view: OwnHardwareView }): ReactElement {
  const { takeaway, chart, own, columns, rows, perMTok, notes } = view;
  return (
    <>
      <ChartFrame
        title={TITLE}
        file="own-hardware"
        level={3}
        takeaway={takeaway}
        table={<DataTable caption={`${TITLE}, over calls a month; assumed`} columns={columns} rows={rows} />}
      >
        {(names) => (
          <ChartSlot
            {...names}
            height={288}
            draw={costLines}
            props={chart}
            over={(drawn) => <OwnPoint scales={costLinesScales(drawn)} x={own.x} y={own.y} label={own.label} />}
          />
        )}
      </ChartFrame>
      {perMTok === null ? null : (
        <DataTable caption="The price of a million tokens: a machine at full work without people, and the API" {...perMTok} />
      )}
      <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
