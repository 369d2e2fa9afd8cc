import { type ReactElement, useId } from "react";
import type { Currency } from "../../scenario/scenario.ts";
import { editCompared, measureAgainst, removeCompared } from "../../state/comparison-actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { Button } from "../../ui/button.tsx";
import { Converted } from "../../ui/converted.tsx";
import { rateInWords } from "../../ui/format-currency.ts";
import { Unbroken } from "../../ui/unbroken.tsx";
import type { ComparedCell, ComparedColumn, ComparedRow, CompareView } from "./combine-compare.ts";
import { goToBeginning, goToComparison } from "./compare-place.ts";

export interface CompareTableProps {
  readonly view: CompareView;
  readonly currency: Currency;
}

// The names of the rows stay in sight while the columns scroll inside their own frame.
const ROW_NAME = "sticky start-0 bg-card pe-1 text-start align-top sm:pe-2";
const CELL = "px-1 py-2 text-start align-top sm:min-w-32 sm:px-2";

/** The compared scenarios in columns: figures, the inputs that differ, what can be done with each. */
export function CompareTable({ view, currency }: CompareTableProps): ReactElement {
  const { columns, figures, inputs } = view;
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-labelledby={id} tabIndex={0} className="overflow-x-auto">
      <p id={id} className="sticky start-0 pb-2 text-sm text-soft">
        {captionOf(columns, currency)}
      </p>
      <table aria-labelledby={id} className="w-full border-collapse text-sm">
        <thead className="border-b border-edge">
          <tr>
            <td className={ROW_NAME} />
            {columns.map((column) => (
              <ColumnHead key={column.name} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((row) => (
            <Row key={row.id} row={row} currency={currency} />
          ))}
        </tbody>
        {inputs.length === 0 ? null : (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className="pt-4 pb-1 text-start font-medium">
                <span className="sticky start-0">Inputs that differ</span>
              </th>
            </tr>
            {inputs.map((row) => (
              <Row key={row.id} row={row} currency={currency} />
            ))}
          </tbody>
        )}
        <tfoot>
          <tr>
            <th scope="row" className={`${ROW_NAME} py-2 font-normal`}>
              <span className="sr-only">What to do</span>
            </th>
            {columns.map((column, place) => (
              <td key={column.name} className={CELL}>
                <Actions column={column} place={place} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function captionOf(columns: readonly ComparedColumn[], currency: Currency): string {
  const baseline = columns.find(({ isBaseline }) => isBaseline)?.name ?? "";
  const rate = currency.code === "USD" ? "" : `; ≈ ${rateInWords(currency)}`;
  return `US dollars, measured against ${baseline}${rate}`;
}

function ColumnHead({ column: { name, isBaseline, isEdited, conflict } }: { readonly column: ComparedColumn }): ReactElement {
  const says = [isBaseline ? "baseline" : "", isEdited ? "being edited" : ""].filter(Boolean).join(", ");
  return (
    <th scope="col" className={`${CELL} font-semibold`}>
      {name}
      {says === "" ? null : <span className="block text-xs font-normal text-soft">{says}</span>}
      {conflict === null ? null : <span className="block text-xs font-normal text-bad first-letter:uppercase">{conflict}</span>}
    </th>
  );
}

function Row({ row: { label, cells }, currency }: { readonly row: ComparedRow; readonly currency: Currency }): ReactElement {
  return (
    <tr className="border-b border-line">
      <th
        scope="row"
        className={`${ROW_NAME} w-32 min-w-18 py-2 text-xs font-normal first-letter:uppercase sm:min-w-24 sm:text-sm`}
      >
        {label}
      </th>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={place} className={CELL}>
          <Cell cell={cell} currency={currency} />
        </td>
      ))}
    </tr>
  );
}

function Cell({
  cell: { value, change, usd },
  currency,
}: {
  readonly cell: ComparedCell;
  readonly currency: Currency;
}): ReactElement {
  if (change === "same" && usd === null) return <span className="text-soft">same</span>;
  return (
    <>
      <span className={usd === null ? "" : "font-medium"}>
        <Unbroken text={value} />
      </span>
      {usd === null || currency.code === "USD" ? null : (
        <span className="block text-soft">
          <Converted usd={usd} currency={currency} />
        </span>
      )}
      {change === "" ? null : (
        <span className="block text-xs text-soft sm:text-sm">
          <Unbroken text={change} />
        </span>
      )}
    </>
  );
}

function Actions({
  column: { name, isBaseline, isEdited },
  place,
}: {
  readonly column: ComparedColumn;
  readonly place: number;
}): ReactElement {
  // The button goes with its column: the focus may not be lost with it.
  const remove = (): void => {
    removeCompared(place);
    if (scenarioStore.getState().others.length === 0) goToBeginning();
    else goToComparison();
  };
  return (
    <div className="flex flex-col items-stretch gap-1.5 max-sm:*:px-1.5">
      <Button onClick={() => editCompared(place)} disabled={isEdited} aria-label={`Edit ${name}`}>
        Edit
      </Button>
      <Button onClick={() => measureAgainst(place)} disabled={isBaseline} aria-label={`Measure against ${name}`}>
        Measure against
      </Button>
      <Button onClick={remove} aria-label={`Remove ${name}`}>
        Remove
      </Button>
    </div>
  );
}
