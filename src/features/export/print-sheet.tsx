import { type ReactElement, useLayoutEffect, useRef } from "react";
import { DataTable, type DataTableProps } from "../../ui/data-table.tsx";
import type { InputGroup } from "./combine-print-inputs.ts";

export interface PrintSheetProps {
  /** Whose month it is: "Team of 20 (edited)". */
  readonly name: string;
  /** The answer, a sentence each. */
  readonly sentences: readonly string[];
  /** The figures beside the answer. */
  readonly figures: readonly { readonly id: string; readonly label: string; readonly value: string; readonly note: string }[];
  readonly inputs: readonly InputGroup[];
  readonly bill: DataTableProps;
  readonly plans: DataTableProps;
  readonly notes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly pricesOf: string;
  readonly link: string;
}

/** What A4 leaves between the margins of `style.css`. */
const MOST_MM = 273;
const PIXELS_PER_MM = 96 / 25.4;

/** A scenario on one A4 page, made smaller where it would need more; on a screen it stands out of sight. */
export function PrintSheet({ name, sentences, figures, inputs, bill, plans, notes, ...origin }: PrintSheetProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  // Measured on the screen at the width of the paper: when the paper itself is laid out it is too late.
  useLayoutEffect(() => {
    const height = sheet.current?.offsetHeight ?? 0;
    const scale = Math.min(1, (MOST_MM * PIXELS_PER_MM) / Math.max(1, height));
    if (sheet.current) sheet.current.style.setProperty("zoom", String(Math.floor(scale * 100) / 100));
  }, []);
  return (
    <div
      ref={sheet}
      data-print-sheet=""
      className="fixed -start-[300mm] grid w-[186mm] grid-cols-1 gap-3 text-[8pt] leading-tight text-ink print:static print:w-auto [&_table]:text-[8pt]"
    >
      <header>
        <h1 className="text-[13pt] font-semibold">What Claude Code costs: {name}</h1>
        <p className="mt-1 text-[10pt] leading-snug">{sentences.filter((sentence) => sentence !== "").join(" ")}</p>
      </header>
      <dl className="grid grid-cols-5 gap-3 border-y border-edge py-2">
        {figures.map(({ id, label, value, note }) => (
          <div key={id}>
            <dt className="text-soft">{label}</dt>
            <dd className="text-[11pt] font-semibold wrap-anywhere">{value}</dd>
            <dd className="text-soft">{note}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2 className="text-[10pt] font-semibold">Inputs</h2>
        {inputs.map((group) => (
          <Inputs key={group.name} group={group} />
        ))}
      </section>
      <Table {...bill} title="The bill" />
      <Table {...plans} title="Every plan for this work" />
      <Notes notes={notes} {...origin} />
    </div>
  );
}

function Inputs({ group: { name, inputs } }: { readonly group: InputGroup }): ReactElement {
  return (
    <p className="mt-1">
      <span className="font-semibold">{name}:</span>{" "}
      {inputs.map(([input, value], index) => (
        <span key={input}>
          {index === 0 ? "" : "; "}
          <span className="text-soft">{input}</span> {value}
        </span>
      ))}
      .
    </p>
  );
}

// The tables of the screen with less air in their rows.
function Table({ title, ...table }: DataTableProps & { readonly title: string }): ReactElement {
  return (
    <section className="min-w-0 [&_td]:px-[1mm] [&_td]:py-[0.5mm] [&_td]:whitespace-normal [&_th]:px-[1mm] [&_th]:py-[0.5mm] [&_th]:whitespace-normal">
      <h2 className="text-[10pt] font-semibold">{title}</h2>
      <DataTable {...table} />
    </section>
  );
}

function Notes({ notes, pricesOf, link }: Pick<PrintSheetProps, "notes" | "pricesOf" | "link">): ReactElement {
  return (
    <footer className="grid gap-1 text-soft">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        Prices of {pricesOf}, US dollars, without taxes. The calculator with these inputs:{" "}
        <a href={link} className="text-[7pt] break-all text-ink">
          {link}
        </a>
      </p>
    </footer>
  );
}
