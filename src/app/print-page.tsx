import { type ReactElement, type ReactPortal, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { combineAnswer } from "../features/answer/combine-answer.ts";
import { combineClasses } from "../features/bill/combine-bill.ts";
import { combinePrintInputs } from "../features/export/combine-print-inputs.ts";
import { PrintSheet } from "../features/export/print-sheet.tsx";
import { combinePlans } from "../features/plans/combine-plans.ts";
import { PLAN_COLUMNS } from "../features/plans/plan-columns.ts";
import { monthInWords } from "../scenario/bill-in-words.ts";
import type { Estimate } from "../scenario/estimate.ts";
import { presetOf } from "../scenario/presets.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { scenarioStore } from "../state/scenario-store.ts";
import { selectEstimate, selectIsEdited } from "../state/selectors.ts";
import type { DataTableProps } from "../ui/data-table.tsx";
import type { ExportOrigin } from "../ui/export-origin.ts";
import { formatTokens } from "../ui/format-count.ts";
import { formatRate, formatUsd, roundTogether } from "../ui/format-money.ts";
import { originOf } from "./origin-of.ts";

/**
 * What goes on paper in place of the page, worked out only when the browser is about to print.
 * @param origin an embed's own: its link opens the calculator, not the embed
 */
export function PrintPage({ origin = originOf }: { readonly origin?: OriginOf }): ReactPortal | null {
  const [printed, setPrinted] = useState<Scenario | null>(null);
  useEffect(() => {
    // At once: the browser prints what stands on the page when this returns.
    const before = (): void => flushSync(() => setPrinted(scenarioStore.getState().shown));
    const after = (): void => setPrinted(null);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printed && createPortal(<Sheet scenario={printed} origin={origin} />, document.body);
}

type OriginOf = (scenario: Scenario) => ExportOrigin;

function Sheet({ scenario, origin }: { readonly scenario: Scenario; readonly origin: OriginOf }): ReactElement {
  const estimate = selectEstimate({ shown: scenario });
  const answer = combineAnswer(scenario, estimate);
  const plans = combinePlans(scenario, estimate);
  return (
    <PrintSheet
      name={`${presetOf(scenario).name}${selectIsEdited({ scenario }) ? " (edited)" : ""}`}
      sentences={[`${answer.headline}.`, answer.verdict, answer.turn]}
      figures={answer.figures}
      inputs={combinePrintInputs(scenario)}
      bill={billTable(estimate)}
      plans={{ caption: "US$ a month for one developer", columns: PLAN_COLUMNS, rows: plans.rows }}
      notes={plans.notes}
      {...origin(scenario)}
    />
  );
}

/** More lines than these would need a second page: then the classes stand in their place. */
const MOST_LINES = 18;

function billTable(estimate: Estimate): DataTableProps {
  const lines = monthInWords(estimate);
  const isShort = lines.length <= MOST_LINES;
  const shown = isShort
    ? lines.map(({ id, item, quantity, unit, rate, per, amount }) => ({
        id,
        item,
        quantity: `${formatTokens(Math.round(quantity))} ${unit}`,
        rate: `${formatRate(rate)} per ${per}`,
        amount,
      }))
    : combineClasses(estimate).map(({ item: id, name: item, quantity, amount }) => ({
        id,
        item,
        quantity: formatTokens(Math.round(quantity)),
        rate: "several",
        amount,
      }));
  const amounts = roundTogether(shown.map(({ amount }) => amount));
  return {
    caption: "One month on the API, all developers",
    columns: BILL_COLUMNS,
    rows: shown.map(({ id, item, quantity, rate }, index) => ({ id, cells: [item, quantity, rate, amounts[index] ?? ""] })),
    footer: ["Total", "", "", formatUsd(estimate.perMonth)],
  };
}

const BILL_COLUMNS: DataTableProps["columns"] = [
  { id: "item", label: "Item" },
  { id: "quantity", label: "Quantity", numeric: true },
  { id: "rate", label: "Rate", numeric: true },
  { id: "amount", label: "US$ a month", numeric: true },
];
