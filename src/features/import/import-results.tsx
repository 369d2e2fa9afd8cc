import { type ReactElement, useState } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import type { Zone } from "../../usage-import/log-worker-protocol.ts";
import type { ModelLine } from "../../usage-import/model-lines.ts";
import { combineClasses } from "./combine-import-classes.ts";
import { COST_WAYS, type CostTableView, type CostWay, combineCosts, noneOf } from "./combine-import-costs.ts";
import { combineLedger } from "./combine-import-ledger.ts";
import { combineLongPrompts } from "./combine-import-long-prompts.ts";
import { measuredLinesInWords } from "./import-lines.ts";
import { ImportMonth } from "./import-month.tsx";

const PERIOD = "in your logs";
const WAYS = [{ label: "", options: COST_WAYS }];

const classesOf = memoByObject(combineClasses);
const ledgerOf = memoByObject(combineLedger);
const longPromptsOf = memoByObject(combineLongPrompts);

/** Everything that a log says, card by card. */
export function LogResults({ summary, zone }: { readonly summary: LogSummary; readonly zone: Zone }): ReactElement {
  return (
    <>
      <Costs summary={summary} zone={zone} />
      <Classes summary={summary} />
      <ImportMonth summary={summary} />
      <Ledger summary={summary} />
      <LongPromptsCard summary={summary} />
    </>
  );
}

interface PartProps {
  readonly summary: LogSummary;
}

function Costs({ summary, zone }: PartProps & { readonly zone: Zone }): ReactElement {
  const [way, setWay] = useState<CostWay>("model");
  const view = combineCosts(summary, { way, zone });
  return (
    <SectionCard title="What it cost" level={3}>
      <div className="grid grid-cols-1 gap-3">
        <div className="max-w-64">
          <SelectField
            id="import-cost-by"
            label="Cost by"
            groups={WAYS}
            value={way}
            onChange={(value) => setWay(value as CostWay)}
          />
        </div>
        {view === null ? (
          <p className="text-sm text-soft">{noneOf(way)}</p>
        ) : (
          <>
            <p className="text-sm wrap-anywhere text-soft">{view.takeaway}</p>
            <CostTable key={way} view={view} />
          </>
        )}
      </div>
    </SectionCard>
  );
}

/** A year of days would be four hundred rows: the first month is enough to begin with. */
const ROWS_AT_FIRST = 31;

function CostTable({ view: { caption, of, rows, total } }: { readonly view: CostTableView }): ReactElement {
  const [isWhole, setIsWhole] = useState(rows.length <= ROWS_AT_FIRST);
  const columns = [
    { id: "name", label: of },
    { id: "amount", label: "US$", numeric: true },
    { id: "share", label: "Of the cost", numeric: true },
    { id: "requests", label: "Requests", numeric: true },
    { id: "tokens", label: "Tokens", numeric: true },
  ];
  const shown = rows
    .slice(0, isWhole ? undefined : ROWS_AT_FIRST)
    .map(({ id, name, requests, tokens, amount, share, lines }) => ({
      id,
      cells: [
        <span key="name" className="inline-block min-w-28 wrap-anywhere">
          {name}
        </span>,
        amount === null ? "no known price" : <Amount key="amount" amount={amount} title={name} lines={lines} />,
        share ?? "–",
        requests,
        tokens,
      ],
    }));
  return (
    <>
      <DataTable caption={caption} captionHidden columns={columns} rows={shown} footer={["Total", total, "", "", ""]} />
      {isWhole ? null : (
        <div>
          <Button onClick={() => setIsWhole(true)}>Show all {formatTokens(rows.length)}</Button>
        </div>
      )}
    </>
  );
}

function Classes({ summary }: PartProps): ReactElement {
  const { takeaway, rows, total } = classesOf(summary.totals);
  const columns = [
    { id: "class", label: "Class" },
    { id: "amount", label: "US$", numeric: true },
    { id: "costShare", label: "Of the cost", numeric: true },
    { id: "quantity", label: "Tokens", numeric: true },
    { id: "tokenShare", label: "Of the tokens", numeric: true },
  ];
  return (
    <SectionCard title="Where the tokens went" level={3}>
      <p className="mb-3 text-sm text-soft">{takeaway}</p>
      <DataTable
        caption="Tokens and cost by class"
        captionHidden
        columns={columns}
        rows={rows.map(({ item, name, quantity, tokenShare, amount, costShare, lines }) => ({
          id: item,
          cells: [
            name,
            <Amount key="amount" amount={amount} title={name} lines={lines} />,
            costShare,
            quantity,
            tokenShare ?? "–",
          ],
        }))}
        footer={["Total", total, "", "", ""]}
      />
    </SectionCard>
  );
}

function Ledger({ summary }: PartProps): ReactElement | null {
  const view = ledgerOf(summary.ledger);
  if (view === null) return null;
  const columns = [
    { id: "cause", label: "Written" },
    { id: "amount", label: "US$", numeric: true },
    { id: "share", label: "Of the writes", numeric: true },
    { id: "requests", label: "Requests", numeric: true },
    { id: "tokens", label: "Tokens", numeric: true },
  ];
  return (
    <SectionCard title="What cache writes were for" level={3}>
      <p className="mb-3 text-sm text-soft">{view.takeaway}</p>
      <DataTable
        caption="Cache writes by cause"
        captionHidden
        columns={columns}
        rows={view.rows.map(({ id, name, requests, tokens, amount, share, lines }) => ({
          id,
          cells: [name, <Amount key="amount" amount={amount} title={name} lines={lines} />, share, requests, tokens],
        }))}
        footer={["Total", view.total, "", "", ""]}
      />
    </SectionCard>
  );
}

function LongPromptsCard({ summary }: PartProps): ReactElement {
  const { takeaway, rows } = longPromptsOf(summary.longPrompts);
  const columns = [
    { id: "model", label: "Model" },
    { id: "requests", label: "Requests", numeric: true },
    { id: "cost", label: "US$", numeric: true },
    { id: "standard", label: "US$ at standard rates", numeric: true },
    { id: "extra", label: "US$ more", numeric: true },
  ];
  return (
    <SectionCard title="Long prompts" level={3}>
      <p className="text-sm text-soft">{takeaway}</p>
      {rows.length === 0 ? null : (
        <div className="mt-3">
          <DataTable
            caption="Requests at the rates for long prompts"
            captionHidden
            columns={columns}
            rows={rows.map((cells, index) => ({ id: String(index), cells }))}
          />
        </div>
      )}
    </SectionCard>
  );
}

interface AmountProps {
  readonly amount: string;
  readonly title: string;
  readonly lines: readonly ModelLine[];
}

function Amount({ amount, title, lines }: AmountProps): ReactElement {
  if (lines.length === 0) return <>{amount}</>;
  return <OpenAmount amount={amount} title={title} period={PERIOD} lines={() => measuredLinesInWords(lines)} />;
}
