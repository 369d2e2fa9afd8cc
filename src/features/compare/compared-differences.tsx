import type { ReactElement } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Unbroken } from "../../ui/unbroken.tsx";
import type { ComparedDifference } from "./combine-compare.ts";

const COLUMNS = [
  { id: "words", label: "Change, each upon those above it" },
  { id: "amount", label: "US$ a month", numeric: true },
];

interface DifferencesProps {
  readonly differences: readonly ComparedDifference[];
}

/** Each scenario's difference from the baseline in a sentence. */
export function DifferenceLines({ differences }: DifferencesProps): ReactElement {
  return (
    <ul className="grid gap-1 text-sm">
      {differences.map(({ title, line }) => (
        <li key={title} data-difference={title}>
          <Unbroken text={line} />
        </li>
      ))}
    </ul>
  );
}

/** Where each difference comes from, folded away, change by change. */
export function DifferenceParts({ differences }: DifferencesProps): ReactElement {
  const shared = differences.filter(({ parts }) => parts.length > 1);
  return (
    <div>
      {shared.map(({ title, total, parts }) => (
        <Disclosure key={title} title={`${title} in parts`} summary={total}>
          <DataTable
            caption="All developers, on the API"
            columns={COLUMNS}
            rows={parts.map(({ words, amount }) => ({ id: words, cells: [<Unbroken key="words" text={words} />, amount] }))}
            footer={["All of it", total]}
          />
        </Disclosure>
      ))}
    </div>
  );
}
