import type { ReactElement } from "react";
import { limitChanges } from "../../rates/limit-changes.ts";
import { capacityCaveat } from "../../rates/plan-capacity.ts";
import { planModelRules } from "../../rates/plan-model-rules.ts";
import { plans } from "../../rates/plans.ts";
import { startingCredit } from "../../rates/starting-credit.ts";
import { planById } from "../../scenario/plan-offers.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatRate } from "../../ui/format-money.ts";
import { SectionCard } from "../../ui/section-card.tsx";
import { capacityRows, planCells, planNote } from "./plan-rows.ts";
import { CONFIDENCE_WORDS, familyWord, ruleWords, WINDOW_WORDS } from "./plan-words.ts";
import { Day, PROVENANCE_COLUMNS, provenanceCells, SourceText, Words } from "./source-text.tsx";

/** What plans cost, which limits they have, how those changed, and what people found them to cover. */
export function PlansSection(): ReactElement {
  return (
    <>
      <Fees />
      <Limits />
      <Capacity />
      <SectionCard title="Credit of a new API account" level={3}>
        <div className="max-w-prose text-sm">
          <p>
            {formatRate(startingCredit.usd)}. {startingCredit.note} Sources: {CONFIDENCE_WORDS[startingCredit.confidence]},
            checked <Day day={startingCredit.checkedOn} />.
          </p>
          <SourceText source={startingCredit.source} />
        </div>
      </SectionCard>
    </>
  );
}

function Fees(): ReactElement {
  return (
    <SectionCard title="Fees and what they include" level={3}>
      <DataTable
        caption="US dollars a seat and month, before taxes"
        columns={[
          { id: "plan", label: "Plan" },
          { id: "monthly", label: "By the month", numeric: true },
          { id: "annual", label: "By the year", numeric: true },
          { id: "code", label: "Claude Code" },
          { id: "windows", label: "Limits by" },
          { id: "credit", label: "API credit, not for Claude Code" },
          SURE_COLUMN,
          ...PROVENANCE_COLUMNS,
        ]}
        rows={plans.map((plan) => ({
          id: plan.id,
          cells: [
            <Named key="plan" name={plan.name} note={planNote(plan)} />,
            ...planCells(plan).map((cell) => <Words key={cell} text={cell} />),
            <Sure key="sure" confidence={plan.confidence} />,
            ...provenanceCells(plan),
          ],
        }))}
      />
    </SectionCard>
  );
}

function Named({ name, note }: { readonly name: string; readonly note: string }): ReactElement {
  return (
    <>
      {name}
      {note === "" ? null : (
        <span className="block min-w-44 text-xs text-soft">
          <Words text={note} />
        </span>
      )}
    </>
  );
}

function Limits(): ReactElement {
  return (
    <SectionCard title="How limits changed, and models with a limit of their own" level={3}>
      <div className="grid grid-cols-1 gap-4">
        <DataTable
          caption="Limits are not published; that they changed is"
          columns={[
            { id: "from", label: "From" },
            { id: "window", label: "Limit by" },
            { id: "what", label: "What changed" },
            ...PROVENANCE_COLUMNS,
          ]}
          rows={limitChanges.map(({ from, window, what, source, checkedOn }) => ({
            id: from + window,
            cells: [
              <Day key="from" day={from} />,
              WINDOW_WORDS[window],
              <Prose key="what" text={what} />,
              ...provenanceCells({ source, checkedOn }),
            ],
          }))}
        />
        <DataTable
          caption="Models that a plan serves under a rule of their own"
          columns={[
            { id: "plan", label: "Plan" },
            { id: "family", label: "Models" },
            { id: "rule", label: "Rule" },
            { id: "from", label: "From" },
            SURE_COLUMN,
            ...PROVENANCE_COLUMNS,
          ]}
          rows={planModelRules.map(({ plan, family, rule, from, source, checkedOn, confidence }) => ({
            id: `${plan} ${family} ${from}`,
            cells: [
              <span key="plan" className="block min-w-28">
                {planById(plan).name}
              </span>,
              familyWord(family),
              <Prose key="rule" text={ruleWords(rule)} />,
              <Day key="from" day={from} />,
              <Sure key="sure" confidence={confidence} />,
              ...provenanceCells({ source, checkedOn }),
            ],
          }))}
        />
      </div>
    </SectionCard>
  );
}

function Capacity(): ReactElement {
  return (
    <SectionCard title="What people found plans to cover" level={3}>
      <p className="mb-3 max-w-prose text-sm">{capacityCaveat}</p>
      <DataTable
        caption="API-equivalent US dollars, in the unit in which each was published"
        columns={[
          { id: "plan", label: "Plan" },
          { id: "usd", label: "Covers", numeric: true },
          { id: "per", label: "In a" },
          { id: "when", label: "Taken" },
          { id: "how", label: "How" },
          { id: "used", label: "Used here" },
          { id: "source", label: "Source" },
        ]}
        rows={capacityRows().map(({ id, plan, usd, per, when, how, used, source }) => ({
          id,
          cells: [
            plan,
            usd,
            <span key="per" className="whitespace-nowrap">
              {per}
            </span>,
            <span key="when" className="block min-w-24">
              <Words text={when} />
            </span>,
            <Prose key="how" text={how} />,
            used ? "yes" : "no",
            <SourceText key="source" source={source} />,
          ],
        }))}
      />
    </SectionCard>
  );
}

const SURE_COLUMN = { id: "sure", label: "Rests on" } as const;

function Sure({ confidence }: { readonly confidence: keyof typeof CONFIDENCE_WORDS }): ReactElement {
  return <span className="block min-w-20">{CONFIDENCE_WORDS[confidence]}</span>;
}

// In a narrow window a table makes its columns of words one word wide.
function Prose({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="block min-w-44">
      <Words text={text} />
    </span>
  );
}
