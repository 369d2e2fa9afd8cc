import { type ReactElement, useCallback } from "react";
import type { LeverId } from "../../scenario/levers.ts";
import { modelOptions } from "../../scenario/model-options.ts";
import type { RangedField } from "../../scenario/ranges.ts";
import type { Levers, OwnModel } from "../../scenario/scenario.ts";
import { changeLever } from "../../state/actions.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { formatExact } from "../../ui/format-count.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SelectField, type SelectGroup } from "../../ui/select-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops, logStops } from "../../ui/stops.ts";
import { hardPercent } from "./lever-words.ts";

const PERCENTS = linearStops(0, 100, { step: 5 });
const LIMITS = logStops(10_000, 1_000_000, { series: "E6" });
const REQUESTS = logStops(1, 1_000, { series: "E6" });

const LIFETIMES = [
  { value: "5m", label: "5 minutes" },
  { value: "1h", label: "1 hour" },
] as const;

const ROUTERS = [
  { value: "session", label: "Each session" },
  { value: "request", label: "Each request" },
] as const;

/** How hard a lever is pulled. */
export function LeverSettings({ id, reReading }: { readonly id: LeverId; readonly reReading: string }): ReactElement {
  if (id === "routing") return <RoutingSettings reReading={reReading} />;
  return OTHERS[id]();
}

const OTHERS: { readonly [id in Exclude<LeverId, "routing">]: () => ReactElement } = {
  caching: () => <CachingSettings />,
  compaction: () => <CompactionSettings />,
  clearing: () => (
    <LeverNumber
      lever="clearing"
      name="afterRequests"
      range="clearAfterRequests"
      label="/clear after"
      unit="requests"
      stops={REQUESTS}
      hint="The next task begins with the base prompt alone, which is still cached."
    />
  ),
  thinking: () => (
    <LeverNumber
      lever="thinking"
      name="lessPercent"
      range="leverPercent"
      label="Less output"
      unit="%"
      stops={PERCENTS}
      hint="Thinking is billed as output and is not sent again."
    />
  ),
  batch: () => (
    <LeverNumber
      lever="batch"
      name="percent"
      range="leverPercent"
      label="Share of the work in batch"
      unit="%"
      stops={PERCENTS}
      hint="Only for work that nobody waits for: batch costs half."
    />
  ),
  subagents: () => <SubagentSettings />,
};

/** The fields of a lever that hold a plain number. */
type NumberOf<Id extends LeverId> = {
  [name in keyof Levers[Id]]: Levers[Id][name] extends number ? name : never;
}[keyof Levers[Id]] &
  string;

interface LeverNumberProps<Id extends LeverId> {
  readonly lever: Id;
  readonly name: NumberOf<Id>;
  readonly range: RangedField;
  readonly label: string;
  readonly unit: string;
  readonly stops: readonly number[];
  readonly hint?: string;
  readonly error?: string | undefined;
}

function LeverNumber<Id extends LeverId>({ lever, name, range, ...field }: LeverNumberProps<Id>): ReactElement {
  const value = useScenario(({ scenario }) => scenario.levers[lever][name]) as number;
  const set = useCallback((next: number) => changeLever(lever, { [name]: next } as Partial<Levers[Id]>), [lever, name]);
  const ranged = useRangedField(`lever-${lever}-${name}`, range, { value, set });
  return <SliderField {...ranged} {...field} />;
}

function RoutingSettings({ reReading }: { readonly reReading: string }): ReactElement {
  const { easyModel, mediumModel, hardModel, by, fee, ...shares } = useScenario(({ scenario }) => scenario.levers.routing);
  const conflict = useConflict("levers");
  const set = useCallback((next: number) => changeLever("routing", { fee: next }), []);
  const ranged = useRangedField("lever-routing-fee", "routerFee", { value: fee, set });
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-x-5 gap-y-4 sm:grid-cols-2">
        <LeverNumber {...SHARE} name="easyPercent" label="Easy work" />
        <RoutedModel name="easyModel" label="Model for easy work" value={easyModel} />
        <LeverNumber {...SHARE} name="mediumPercent" label="Medium work" error={conflict} />
        <RoutedModel name="mediumModel" label="Model for medium work" value={mediumModel} />
        <p className="flex items-center justify-between text-sm">
          <span className="font-medium">Hard work, the rest</span>
          {formatExact(hardPercent(shares))}%
        </p>
        <RoutedModel name="hardModel" label="Model for hard work" value={hardModel} />
      </div>
      <ChoiceField
        legend="The router picks a model for"
        choices={ROUTERS}
        value={by}
        onChange={(next) => changeLever("routing", { by: next })}
        hint={reReading === "" ? undefined : reReading}
      />
      <NumberField {...ranged} label="Router's fee, USD a request" unit="USD" />
    </>
  );
}

const SHARE = { lever: "routing", range: "leverPercent", unit: "%", stops: PERCENTS } as const;

function RoutedModel({
  name,
  label,
  value,
}: {
  readonly name: "easyModel" | "mediumModel" | "hardModel";
  readonly label: string;
  readonly value: string;
}): ReactElement {
  return (
    <ModelField
      id={`lever-routing-${name}`}
      label={label}
      value={value}
      set={(model) => changeLever("routing", { [name]: model })}
    />
  );
}

function CachingSettings(): ReactElement {
  const to = useScenario(({ scenario }) => scenario.levers.caching.to);
  return (
    <ChoiceField
      legend="The cache lives at least"
      choices={LIFETIMES}
      value={to}
      onChange={(next) => changeLever("caching", { to: next })}
      hint="An hour costs more to write and lives through breaks of 5–60 minutes."
    />
  );
}

// Sessions by totals have no prompt that a threshold could meet: for them a share is taken away.
function CompactionSettings(): ReactElement {
  const hasSimulated = useScenario(({ scenario }) => scenario.profiles.some(({ usage }) => usage.kind === "simulated"));
  const hasTotals = useScenario(({ scenario }) => scenario.profiles.some(({ usage }) => usage.kind === "totals"));
  return (
    <>
      {hasSimulated ? (
        <LeverNumber lever="compaction" name="atTokens" range="compactAtTokens" label="Compact at" unit="tokens" stops={LIMITS} />
      ) : null}
      {hasTotals ? (
        <LeverNumber
          lever="compaction"
          name="removedPercent"
          range="leverPercent"
          label="For sessions by totals: prompt taken away"
          unit="%"
          stops={PERCENTS}
          hint="Input, cache writes and cache reads, all by this share."
        />
      ) : null}
    </>
  );
}

function SubagentSettings(): ReactElement {
  const model = useScenario(({ scenario }) => scenario.levers.subagents.model);
  return (
    <ModelField
      id="lever-subagents-model"
      label="Model of subagents"
      value={model}
      set={(next) => changeLever("subagents", { model: next })}
    />
  );
}

interface ModelFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly set: (model: string) => void;
}

function ModelField({ id, label, value, set }: ModelFieldProps): ReactElement {
  const ownModels = useScenario(({ scenario }) => scenario.ownModels);
  return <SelectField id={id} label={label} groups={groupsFor(value, ownModels)} value={value} onChange={set} />;
}

// An own model that was taken out again stays named here, else the select would show another one as chosen.
function groupsFor(value: string, ownModels: readonly OwnModel[]): readonly SelectGroup[] {
  const groups = modelOptions(ownModels);
  const isListed = groups.some(({ options }) => options.some((option) => option.value === value));
  return isListed
    ? groups
    : [{ label: "", options: [{ value, label: `${value.replace(/^own-/, "")} (no rates stated)` }] }, ...groups];
}
