import { type ReactElement, useCallback } from "react";
import type { AppLeverId } from "../../pricing/app-levers.ts";
import { modelOptions } from "../../scenario/model-options.ts";
import { type AppLevers, type QuestionNumber, questionsOf } from "../../scenario/questions.ts";
import { changeAppLever } from "../../state/questions-actions.ts";
import { useQuestionField } from "../../state/use-question-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SelectField, type SelectGroup } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops, logStops } from "../../ui/stops.ts";

const PERCENTS = linearStops(0, 100, { step: 5 });
const MODELS: readonly SelectGroup[] = modelOptions([]);

const LIFETIMES = [
  { value: "5m", label: "5 minutes" },
  { value: "1h", label: "1 hour" },
] as const;

const ARRIVALS = [
  { value: "steady", label: "Steadily" },
  { value: "bursts", label: "In bursts" },
] as const;

/** How hard a lever is pulled. */
export function AppLeverSettings({ id }: { readonly id: AppLeverId }): ReactElement {
  return SETTINGS[id]();
}

const SETTINGS: { readonly [id in AppLeverId]: () => ReactElement } = {
  outputCap: () => (
    <LeverNumber
      lever="outputCap"
      name="tokens"
      range="capTokens"
      label="Longest answer"
      unit="tokens"
      stops={logStops(50, 50_000, { series: "E6" })}
      hint="Thinking counts too, as in max_tokens. What is cut off is not there: ask for short answers first."
    />
  ),
  trimming: () => (
    <LeverNumber
      {...PERCENT}
      lever="trimming"
      label="Prompt left out"
      hint="Old turns, files and search results that the answer does not need."
    />
  ),
  prefix: () => <PrefixSettings />,
  batch: () => (
    <LeverNumber
      {...PERCENT}
      lever="batch"
      label="Calls in a batch"
      hint="Only for calls that nobody waits for. Cache hits are counted in full; the provider calls them best effort there, 30–98%."
    />
  ),
  localCache: () => (
    <LeverNumber
      {...PERCENT}
      lever="localCache"
      label="Answered without a call"
      hint="The app keeps its answers and gives them again. What keeping them costs is not in the figures."
    />
  ),
  smaller: () => <SmallerSettings />,
};

const PERCENT = { name: "percent", range: "sharePercent", unit: "%", stops: PERCENTS } as const;

/** The fields of a lever that hold a number. */
type NumberOf<Id extends AppLeverId> = {
  [name in keyof AppLevers[Id]]: AppLevers[Id][name] extends number ? name : never;
}[keyof AppLevers[Id]] &
  string;

interface LeverNumberProps<Id extends AppLeverId> {
  readonly lever: Id;
  readonly name: NumberOf<Id>;
  readonly range: QuestionNumber;
  readonly label: string;
  readonly unit: string;
  readonly stops: readonly number[];
  readonly hint?: string;
}

function LeverNumber<Id extends AppLeverId>({ lever, name, range, ...field }: LeverNumberProps<Id>): ReactElement {
  const value = useScenario(({ scenario }) => questionsOf(scenario).app[lever][name]) as number;
  const set = useCallback((next: number) => changeAppLever(lever, { [name]: next } as Partial<AppLevers[Id]>), [lever, name]);
  const ranged = useQuestionField(`app-lever-${lever}-${name}`, range, { value, set });
  return <SliderField {...ranged} {...field} />;
}

function PrefixSettings(): ReactElement {
  const { lifetime, arrival } = useScenario(({ scenario }) => questionsOf(scenario).app.prefix);
  return (
    <>
      <LeverNumber
        lever="prefix"
        name="tokens"
        range="promptTokens"
        label="Tokens that every call begins with"
        unit="tokens"
        stops={logStops(500, 500_000, { series: "E6" })}
        hint="System prompt, tools and documents that stay the same. Never more than the prompt has."
      />
      <ChoiceField
        legend="An entry lives"
        choices={LIFETIMES}
        value={lifetime}
        onChange={(next) => changeAppLever("prefix", { lifetime: next })}
        hint="Counted from its last use; the hour costs more to write."
      />
      <ChoiceField
        legend="Calls arrive"
        choices={ARRIVALS}
        value={arrival}
        onChange={(next) => changeAppLever("prefix", { arrival: next })}
        hint={
          arrival === "steady"
            ? "Evenly spaced over a month of 30 days, day and night."
            : "The first call of a burst comes alone; the others follow once its entry is there."
        }
      />
      {arrival === "steady" ? null : (
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-4 sm:grid-cols-2">
          <LeverNumber
            lever="prefix"
            name="burstCalls"
            range="burstCalls"
            label="Calls in a burst"
            unit="calls"
            stops={logStops(1, 10_000)}
          />
          <LeverNumber
            lever="prefix"
            name="burstMinutes"
            range="burstMinutes"
            label="From burst to burst"
            unit="minutes"
            stops={[1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440]}
          />
        </div>
      )}
    </>
  );
}

function SmallerSettings(): ReactElement {
  const model = useScenario(({ scenario }) => questionsOf(scenario).app.smaller.model);
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-4 sm:grid-cols-2">
      <LeverNumber {...PERCENT} lever="smaller" label="Calls that it takes over" />
      <SelectField
        id="app-lever-smaller-model"
        label="The smaller model"
        groups={MODELS}
        value={model}
        onChange={(next) => changeAppLever("smaller", { model: next })}
        hint="It has a cache of its own."
      />
    </div>
  );
}
