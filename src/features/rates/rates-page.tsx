import type { ReactElement } from "react";
import { catalog } from "../../rates/catalog.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatRate } from "../../ui/format-money.ts";
import { SectionCard } from "../../ui/section-card.tsx";
import { CURRENT_COLUMNS, currentRows } from "./current-rates.ts";
import { FamilySection } from "./model-section.tsx";
import { familyViews } from "./model-view.ts";
import { changesAfter } from "./next-changes.ts";
import { PlansSection } from "./plans-section.tsx";
import { Day, PROVENANCE_COLUMNS, provenanceCells, SourceText, Words } from "./source-text.tsx";

const DOWNLOADS = [
  { file: "v1.json", what: "every rate as a row, with its days and source" },
  { file: "v1.csv", what: "one flat table to join a usage table on" },
  { file: "v1.schema.json", what: "the JSON's schema" },
] as const;

/** Every rate that the calculator uses, as a page without scripts: what changes next, today's, every model's since its release, plans. */
export function RatesPage(): ReactElement {
  return (
    <main className="grid grid-cols-1 gap-6">
      <Opening />
      <Next />
      <Today />
      <section className="grid grid-cols-1 gap-4" aria-labelledby="models">
        <h2 id="models" className="text-lg font-semibold">
          Every model, since its release
        </h2>
        {familyViews(catalog).map((family) => (
          <FamilySection key={family.name} family={family} />
        ))}
      </section>
      <section className="grid grid-cols-1 gap-4" aria-labelledby="plans">
        <h2 id="plans" className="text-lg font-semibold">
          Plans
        </h2>
        <PlansSection />
      </section>
    </main>
  );
}

function Opening(): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-3 text-sm lg:grid-cols-2">
      <div className="grid max-w-prose gap-2">
        <h1 className="text-xl font-semibold">All rates and their history</h1>
        <p>
          What Anthropic charges for each Claude model, since when, and where that was read: the figures that the calculator works
          with. Last checked as a whole on <Day day={catalog.date} />.
        </p>
        <p className="text-soft">
          Days are UTC. A rate is in force from its first day to the day before it changed. Sources are named as they were read;
          their links lead to the pages as they are now.
        </p>
      </div>
      <div className="grid max-w-prose content-start gap-2">
        <h2 className="text-base font-semibold">As files</h2>
        <ul className="grid gap-1.5">
          {DOWNLOADS.map(({ file, what }) => (
            <li key={file}>
              <a href={`./${file}`} className="font-medium underline underline-offset-2">
                {file}
              </a>
              : {what}
            </li>
          ))}
        </ul>
        <p className="text-soft">
          docs/rates.md in the calculator's repository says what the columns mean, and prices a usage table with one SQL join.
        </p>
      </div>
    </div>
  );
}

function Next(): ReactElement {
  const changes = changesAfter(catalog.date, catalog.models);
  return (
    <SectionCard title="What changes next" level={2}>
      {changes.length === 0 ? (
        <p className="text-sm">No change after {catalog.date} was known on that day.</p>
      ) : (
        <DataTable
          caption={`Every change after ${catalog.date} that was known on that day`}
          columns={[
            { id: "day", label: "From" },
            { id: "subject", label: "What" },
            { id: "change", label: "Change" },
            ...PROVENANCE_COLUMNS,
          ]}
          rows={changes.map(({ day, subject, model, what, provenance }) => ({
            id: `${day} ${subject} ${what}`,
            cells: [
              <Day key="day" day={day} />,
              <Subject key="subject" subject={subject} model={model} />,
              <span key="what" className="block min-w-44">
                <Words text={what} />
              </span>,
              ...provenanceCells(provenance),
            ],
          }))}
        />
      )}
    </SectionCard>
  );
}

function Subject({ subject, model }: { readonly subject: string; readonly model: string | null }): ReactElement {
  if (model === null) return <>{subject}</>;
  return (
    <a href={`#${model}`} className="block min-w-24 underline underline-offset-2">
      {subject}
    </a>
  );
}

function Today(): ReactElement {
  const { usdPerThousand, source, checkedOn } = catalog.webSearch;
  return (
    <SectionCard title={`Current models on ${catalog.date}`} level={2}>
      <DataTable
        caption="US dollars per million tokens; write and read are the cache's. Behind them what multiplies every rate"
        columns={CURRENT_COLUMNS}
        rows={currentRows(catalog).map(({ id, cells: [name, ...rates] }) => ({
          id,
          cells: [<Subject key="name" subject={String(name)} model={id.split(" ")[0] ?? null} />, ...rates],
        }))}
      />
      <div className="mt-3 grid max-w-prose gap-2 text-sm">
        <p>
          A multiplier applies to every token rate. Fast mode and batch exclude each other. US only and a regional endpoint of
          Bedrock or Vertex cost once, the higher of the two. Above a threshold every token of the request is at the higher rates,
          output too.
        </p>
        <p>
          Web search: {formatRate(usdPerThousand)} per thousand searches, never multiplied; checked <Day day={checkedOn} />.
        </p>
        <SourceText source={source} />
      </div>
    </SectionCard>
  );
}
