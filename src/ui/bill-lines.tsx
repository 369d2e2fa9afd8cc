import { type ReactElement, useId } from "react";
import { formatCount } from "./format-count.ts";
import { formatRate, formatUsd, roundTogether } from "./format-money.ts";

/** One line of a bill, ready to be read: `amount = quantity × rate`, the rate for what `per` says. */
export interface ShownLine {
  readonly id: string;
  /** What is charged, in words: "Cache reads, Sonnet". */
  readonly item: string;
  readonly quantity: number;
  /** What the quantity counts: `tokens`, `searches`. */
  readonly unit: string;
  /** USD. */
  readonly rate: number;
  /** What the rate is for: `MTok`, `1,000 searches`. */
  readonly per: string;
  /** USD, unrounded. */
  readonly amount: number;
  /** Where the rate comes from; "own" for one that the person typed. */
  readonly source: RateSource | "own";
}

export interface RateSource {
  readonly label: string;
  readonly url?: string | undefined;
  /** The day on which the rate was last compared with its source, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

export interface BillLinesProps {
  /** What is billed, with its period: "One month on the API". */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly lines: readonly ShownLine[];
  /** Beside the total: `a month`. */
  readonly period: string;
}

/** A bill that can be checked by hand: each line with its quantity and rate, rows that add up to the total shown. */
export function BillLines({ caption, captionHidden = false, lines, period }: BillLinesProps): ReactElement {
  const amounts = lines.map((line) => line.amount);
  const shown = roundTogether(amounts);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const noteId = useId();
  return (
    <div className="text-sm">
      <table className="w-full border-collapse" aria-describedby={noteId}>
        <caption className={captionHidden ? "sr-only" : "pb-2 text-start text-soft"}>{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Item, quantity × rate</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={line.id} line={line} amount={shown[index] ?? ""} />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-edge font-semibold">
            <th scope="row" className="py-2 text-start">
              Total <span className="font-normal text-soft">{period}</span>
            </th>
            <td className="py-2 ps-4 text-end align-top whitespace-nowrap">{formatUsd(total)}</td>
          </tr>
        </tfoot>
      </table>
      <p id={noteId} className="text-xs text-soft">
        Amounts are rounded together, so that they add up to the total.
      </p>
    </div>
  );
}

function Line({ line, amount }: { readonly line: ShownLine; readonly amount: string }): ReactElement {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-2 text-start font-normal">
        <span className="block">{line.item}</span>
        <span className="me-3 inline-block text-xs text-soft">
          {formatCount(line.quantity)} {line.unit} × {formatRate(line.rate)} per {line.per}
        </span>
        <span className="inline-block text-xs text-soft">
          <Source source={line.source} />
        </span>
      </th>
      <td className="py-2 ps-4 text-end align-top whitespace-nowrap">{amount}</td>
    </tr>
  );
}

function Source({ source }: { readonly source: ShownLine["source"] }): ReactElement {
  if (source === "own") return <span className="text-accent">your own rate</span>;
  const label =
    source.url === undefined ? (
      source.label
    ) : (
      <a href={source.url} className="underline underline-offset-2">
        {source.label}
      </a>
    );
  return (
    <span>
      {label}, checked{" "}
      <time dateTime={source.checkedOn} className="whitespace-nowrap">
        {source.checkedOn}
      </time>
    </span>
  );
}
