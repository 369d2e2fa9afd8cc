import type { ReactElement } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { NARROW_CLASS_COLUMNS, rateWords } from "./class-rates.ts";
import type { DatedRow, FamilyView, ModelView } from "./model-view.ts";
import { Day, PROVENANCE_COLUMNS, provenanceCells, Words } from "./source-text.tsx";
import { StepLines } from "./step-lines.tsx";

const STATUS: Readonly<Record<ModelView["status"], string>> = {
  current: "current",
  legacy: "legacy",
  limited: "by invitation",
  retired: "retired",
};

const FOLDED = [
  { status: "limited", label: "By invitation" },
  { status: "legacy", label: "Legacy models, still served" },
  { status: "retired", label: "Retired models" },
] as const;

/** A family of models: how its newest one's price went, then every model; all but current ones folded. */
export function FamilySection({ family: { name, history, newest, models } }: { readonly family: FamilyView }): ReactElement {
  return (
    <section className="grid grid-cols-1 gap-4 rounded-md border border-line bg-card p-4 sm:p-5">
      <h3 className="font-semibold">{name}</h3>
      {history === null ? null : (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          <StepLines history={history} />
          <DataTable
            caption={`The newest ${name}, US dollars per million tokens, where input or output changed`}
            columns={NEWEST_COLUMNS}
            rows={newest.map(({ from, model, input, output }) => ({
              id: from,
              cells: [<Day key="from" day={from} />, model, rateWords(input), rateWords(output)],
            }))}
          />
        </div>
      )}
      {models
        .filter(({ status }) => status === "current")
        .map((model) => (
          <ModelPart key={model.id} model={model} />
        ))}
      {FOLDED.map(({ status, label }) => {
        const folded = models.filter((model) => model.status === status);
        return folded.length === 0 ? null : <FoldedModels key={status} label={label} models={folded} />;
      })}
    </section>
  );
}

const NEWEST_COLUMNS = [
  { id: "from", label: "From" },
  { id: "model", label: "Model" },
  { id: "input", label: "Input", numeric: true },
  { id: "output", label: "Output", numeric: true },
] as const;

function FoldedModels({ label, models }: { readonly label: string; readonly models: readonly ModelView[] }): ReactElement {
  return (
    <details className="border-t border-line">
      <summary className="min-h-9 cursor-pointer py-2 text-sm pointer-coarse:min-h-11">
        <span className="font-medium">{label}</span>
        <span className="text-soft">: {models.map(({ name }) => name).join(", ")}</span>
      </summary>
      <div className="grid grid-cols-1 gap-4 pt-2">
        {models.map((model) => (
          <ModelPart key={model.id} model={model} />
        ))}
      </div>
    </details>
  );
}

function ModelPart({ model }: { readonly model: ModelView }): ReactElement {
  const { id, name, status, facts, note, histories, rates, modifiers } = model;
  return (
    <section id={id} className="grid grid-cols-1 gap-3 border-t border-line pt-4 text-sm">
      <h4 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {name}
        <span className="rounded-sm border border-line px-1 text-xs leading-4 font-normal text-soft">{STATUS[status]}</span>
      </h4>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {facts.map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="text-xs text-soft">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {note === null ? null : (
        <p className="max-w-prose">
          <Words text={note} />
        </p>
      )}
      <Changes model={model} />
      {histories.length === 0 ? null : (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {histories.map((history) => (
            <StepLines key={history.title} history={history} />
          ))}
        </div>
      )}
      <DatedTable
        caption={`Rates of ${name}, US dollars per million tokens; write and read are the cache's`}
        columns={[{ id: "prompts", label: "Prompts, tokens" }, ...NARROW_CLASS_COLUMNS]}
        rows={rates}
      />
      <DatedTable
        caption={`What multiplies every token rate of ${name}`}
        columns={[{ id: "modifier", label: "What, and by how much" }]}
        rows={modifiers}
      />
    </section>
  );
}

function Changes({ model: { facts, changes } }: { readonly model: ModelView }): ReactElement {
  const released = facts.find(({ label }) => label === "Released")?.value;
  if (changes.length === 0) return <p>Nothing of its price has changed since its release on {released}.</p>;
  return (
    <ul>
      {changes.map(({ day, what }) => (
        <li key={day + what}>
          <Day day={day} />: <Words text={what} />
        </li>
      ))}
    </ul>
  );
}

interface DatedTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly numeric?: boolean | undefined }[];
  readonly rows: readonly DatedRow[];
}

function DatedTable({ caption, columns, rows }: DatedTableProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      columns={[{ id: "from", label: "From" }, { id: "to", label: "Changed on" }, ...columns, ...PROVENANCE_COLUMNS]}
      rows={rows.map(({ id, from, to, cells, source, checkedOn }) => ({
        id,
        cells: [
          <Day key="from" day={from} />,
          <Changed key="to" day={to} />,
          ...cells.map(wrapped),
          ...provenanceCells({ source, checkedOn }),
        ],
      }))}
    />
  );
}

// Words are kept from being set one below the other; figures have a column that does not wrap.
function wrapped(cell: string): ReactElement | string {
  return cell.includes(" ") ? (
    <span key={cell} className="block min-w-28">
      {cell}
    </span>
  ) : (
    cell
  );
}

function Changed({ day }: { readonly day: string | null }): ReactElement {
  return day === null ? <span className="whitespace-nowrap text-soft">not since</span> : <Day day={day} />;
}
