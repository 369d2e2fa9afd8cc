import type { ReactElement, ReactNode } from "react";
import type { Currency } from "../../scenario/scenario.ts";
import { Converted } from "../../ui/converted.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { type FitCell, type FitFigure, joinOf, type PlanRow } from "./fit-view.ts";
import { PLAN_COLUMNS } from "./plan-columns.ts";

const COST = PLAN_COLUMNS.findIndex(({ id }) => id === "cost");

/** A row's cells as they stand on the screen: amounts that open, with what is said in small below them. */
export function fitCells({ fit, costs }: PlanRow, currency: Currency): readonly ReactNode[] {
  return fit.map((cell, place) => (
    <Cell key={PLAN_COLUMNS[place]?.id} cell={cell}>
      {place === COST && costs.length > 0 && currency.code !== "USD" ? (
        <span className="block text-soft">
          <Converted usd={costs[0] ?? 0} to={costs.at(-1)} currency={currency} />
        </span>
      ) : null}
    </Cell>
  ));
}

// A range may break behind its "to", an amount nowhere.
function Cell({ cell, children }: { readonly cell: FitCell; readonly children: ReactNode }): ReactElement {
  const { figures, note } = cell;
  return (
    <span className="whitespace-normal">
      {figures.map((figure, place) => (
        <span key={figure.text}>
          {place === 0 ? null : joinOf(cell)}
          <Figure figure={figure} />
        </span>
      ))}
      {note === undefined ? null : <span className="block text-xs text-soft">{note}</span>}
      {children}
    </span>
  );
}

function Figure({ figure: { text, title, lines } }: { readonly figure: FitFigure }): ReactElement {
  if (title === undefined || lines === undefined) return <span>{text}</span>;
  return (
    <span className="whitespace-nowrap">
      <OpenAmount amount={text} title={title} period="a month" lines={lines} />
    </span>
  );
}
