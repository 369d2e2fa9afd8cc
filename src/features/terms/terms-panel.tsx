import type { ReactElement } from "react";
import { useShallow } from "zustand/react/shallow";
import { catalog } from "../../rates/catalog.ts";
import type { Place } from "../../scenario/scenario.ts";
import { isServedByPlans, type WorkKindId } from "../../scenario/work-kind.ts";
import { changeScenario } from "../../state/actions.ts";
import type { ScenarioState } from "../../state/scenario-store.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatCount } from "../../ui/format-count.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { FailedFields } from "./failed-fields.tsx";
import { OwnModels } from "./own-models.tsx";

const PLACES: readonly { readonly value: Place; readonly label: string }[] = [
  { value: "global", label: "Anywhere" },
  { value: "us", label: "US only" },
  { value: "regional", label: "Regional cloud" },
];
const DAYS = [
  { value: "working", label: "Working days" },
  { value: "calendar", label: "30 calendar days" },
] as const;
const WORK: readonly { readonly value: WorkKindId; readonly label: string }[] = [
  { value: "interactive", label: "Interactive coding" },
  { value: "headless", label: "Headless and CI" },
  { value: "app", label: "An app" },
  { value: "batch", label: "Batch items" },
  { value: "chatbot", label: "A chatbot" },
  { value: "sporadic", label: "Now and then" },
];

const setBatch = (batchPercent: number): void => changeScenario({ batchPercent });
const setRouter = (routerFee: number): void => changeScenario({ routerFee });
const setDiscount = (discountPercent: number): void => changeScenario({ discountPercent });
const setFactor = (tokenizerFactor: number): void => changeScenario({ tokenizerFactor });

/** How requests are served, counted and paid; folded, with what differs from the plain price list in the summary. */
export function TermsPanel(): ReactElement {
  const scenario = useScenario(useShallow(pickTerms));
  const batch = useRangedField("batch", "batchPercent", { value: scenario.batchPercent, set: setBatch });
  const router = useRangedField("router", "routerFee", { value: scenario.routerFee, set: setRouter });
  const discount = useRangedField("discount", "discountPercent", { value: scenario.discountPercent, set: setDiscount });
  const factor = useRangedField("tokenizer", "tokenizerFactor", { value: scenario.tokenizerFactor, set: setFactor });
  return (
    <Disclosure title="Rates and terms" summary={summaryOf(scenario)}>
      <div className="grid grid-cols-1 gap-4">
        <ChoiceField
          legend="What it is for"
          choices={WORK}
          value={scenario.work}
          onChange={(work) => changeScenario({ work })}
          hint="Plans cover people at Claude Code; headless runs, CI and apps are paid at API rates."
        />
        <ChoiceField
          legend="Where it runs"
          choices={PLACES}
          value={scenario.place}
          onChange={(place) => changeScenario({ place })}
          hint={
            useConflict("place") ??
            "US-only inference costs 1.1 times from the 4.6 generation on, a regional endpoint of Bedrock or Vertex from the 4.5 one on."
          }
        />
        <SwitchField
          id="fast"
          label="Fast mode"
          checked={scenario.fast}
          onChange={(fast) => changeScenario({ fast })}
          hint={useConflict("fast") ?? "Twice the price on Opus 5.5, Opus 5, Opus 4.8 and Fable 5.2."}
        />
        <NumberField {...batch} label="Share run in batch, at half price" unit="%" error={useConflict("batchPercent")} />
        <NumberField {...router} label="A router's fee, each request" unit="USD" />
        <NumberField {...discount} label="Contract discount on list prices" unit="%" />
        <FailedFields />
        <OwnModels />
        <SelectField
          id="tokens-of"
          label="The token counts are those of"
          groups={[{ label: "", options: countedBy(scenario) }]}
          value={scenario.tokensOf}
          onChange={(tokensOf) => changeScenario({ tokensOf })}
          hint="From Opus 4.7 on the same text makes about 30 % more tokens. Counts are scaled only for models of the other kind."
        />
        <NumberField {...factor} label="Tokens of the newer kind for one of the older" unit="times" />
        <ChoiceField
          legend="A daily figure is spread over"
          choices={DAYS}
          value={scenario.dayBasis}
          onChange={(dayBasis) => changeScenario({ dayBasis })}
        />
      </div>
    </Disclosure>
  );
}

type Terms = ReturnType<typeof pickTerms>;

// Only what stands here, so that a slider elsewhere does not draw this panel again.
function pickTerms({ scenario }: ScenarioState) {
  const { work, place, fast, batchPercent, routerFee, discountPercent, failed } = scenario;
  const { ownModels, tokensOf, tokenizerFactor, dayBasis } = scenario;
  return { work, place, fast, batchPercent, routerFee, discountPercent, failed, ownModels, tokensOf, tokenizerFactor, dayBasis };
}

function countedBy({ ownModels }: Terms): readonly { readonly value: string; readonly label: string }[] {
  const listed = catalog.models.map(({ id, name, tokenizer }) => ({
    value: id,
    label: `${name} (${tokenizer === "from-4.7" ? "newer" : "older"} tokens)`,
  }));
  return [...listed, ...ownModels.map(({ id }) => ({ value: id, label: id }))];
}

function summaryOf({ work, place, fast, batchPercent, routerFee, discountPercent, failed, ownModels }: Terms): string {
  const parts = [
    isServedByPlans(work) ? "" : "no plan serves it",
    place === "us" ? "US only" : place === "regional" ? "regional cloud" : "",
    fast ? "fast mode" : "",
    batchPercent > 0 ? `${formatCount(batchPercent)}\u00a0% batch` : "",
    routerFee > 0 ? "router fee" : "",
    discountPercent > 0 ? `${formatCount(discountPercent)}\u00a0% discount` : "",
    Object.values(failed).some((percent) => percent > 0) ? "failed requests" : "",
    ownModels.length > 0 ? "own rates" : "",
  ].filter(Boolean);
  return parts.length === 0 ? "list prices" : parts.join(", ");
}
