import type { ReactElement } from "react";
import { combineAnswer } from "../features/answer/combine-answer.ts";
import { catalogDate } from "../rates/catalog.ts";
import { estimate } from "../scenario/estimate.ts";
import { PRESETS, type Preset } from "../scenario/presets.ts";
import { DataTable } from "../ui/data-table.tsx";
import { formatUsd } from "../ui/format-money.ts";
import { SectionCard } from "../ui/section-card.tsx";
import { RATE_COLUMNS, rateRows } from "./rate-table.ts";
import { TextPageLinks } from "./text-pages.tsx";

export interface WithoutScriptProps {
  readonly preset: Preset;
  /** From the page to the folder of the main page: `./`, `../../`. */
  readonly root: string;
}

/** What a browser without scripts shows above the drawn page, whose inputs then do nothing: figures, formula, rates and the presets. */
export function WithoutScript({ preset, root }: WithoutScriptProps): ReactElement {
  return (
    <div className="mx-auto grid max-w-[90rem] grid-cols-1 gap-4 px-4 pt-4 sm:px-6">
      <SectionCard title={`${preset.name}, without JavaScript`} level={2}>
        <div className="grid gap-2 text-sm">
          <p>The inputs below need JavaScript, which is off. These figures and rates stand without it.</p>
          <Figures preset={preset} />
          <p className="text-soft">{preset.source}</p>
        </div>
      </SectionCard>
      <SectionCard title="How it is worked out" level={2}>
        <ul className="grid gap-2 text-sm">
          <li>Amount of each class of tokens = tokens × rate ÷ 1,000,000.</li>
          <li>
            Session = the sum of its classes. Each request sends the whole conversation: what the cache holds at the read rate.
          </li>
          <li>Month = session × sessions a working day × working days × developers.</li>
        </ul>
      </SectionCard>
      <SectionCard title={`API rates checked ${catalogDate}`} level={2}>
        <DataTable caption="US dollars per million tokens, current models" columns={RATE_COLUMNS} rows={rateRows()} />
        <div className="mt-3 text-sm">
          <TextPageLinks root={root} />
        </div>
      </SectionCard>
      <SectionCard title="Presets" level={2}>
        <ul className="grid gap-2 text-sm">
          {PRESETS.map(({ id, name, scenario }) => (
            <li key={id}>
              <a href={`${root}presets/${id}/`} className="underline">
                {name}
              </a>
              : {formatUsd(estimate(scenario).perMonth)} a month on the API
            </li>
          ))}
        </ul>
      </SectionCard>
    </div>
  );
}

function Figures({ preset: { scenario } }: Pick<WithoutScriptProps, "preset">): ReactElement {
  const { headline, verdict, figures } = combineAnswer(scenario, estimate(scenario));
  return (
    <>
      <p className="text-base">
        <strong className="font-semibold">{headline}.</strong> {verdict}
      </p>
      <ul>
        {figures.map(({ id, label, value, note }) => (
          <li key={id}>
            {label}: <strong className="font-semibold">{value}</strong> ({note})
          </li>
        ))}
      </ul>
    </>
  );
}
