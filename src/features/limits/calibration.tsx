import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { planById } from "../../scenario/plan-offers.ts";
import { RANGES } from "../../scenario/ranges.ts";
import { LIMITED_PLANS, type LimitedPlan, type LimitRange } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import { Button } from "../../ui/button.tsx";
import { watchSight } from "../../ui/charts/box-watch.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatUsd } from "../../ui/format-money.ts";
import { Notice } from "../../ui/notice.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { type CalibrationView, combineCalibration } from "./combine-calibration.ts";
import { withOwnLimit } from "./own-limits.ts";

// What reads usage is a large part of the page's code: it comes when this is folded out.
const ImportedCost = lazy(async () => ({ default: (await import("./imported-cost.tsx")).ImportedCost }));

const PERCENT = { least: 0, most: 99, decimals: 0 };
const COLUMNS = [
  { id: "period", label: "Covers" },
  { id: "low", label: "At least", numeric: true },
  { id: "middle", label: "As read", numeric: true },
  { id: "high", label: "At most", numeric: true },
];
const PLANS = [{ label: "", options: LIMITED_PLANS.map((plan) => ({ value: plan, label: planById(plan).name })) }];

/** A plan's limit from one's own weekly meter. What is typed here is in no link: the limit that is taken over is. */
export function Calibration(): ReactElement {
  const [isNewWeek, setNewWeek] = useState(false);
  const [before, setBefore] = useState(10);
  const [after, setAfter] = useState(45);
  const [usd, setUsd] = useState(0);
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const validity = (id: string) => (valid: boolean) => setUnread((fields) => withField(fields, id, !valid));
  const view = combineCalibration({ beforePercent: isNewWeek ? null : before, afterPercent: after, usd });
  return (
    <Disclosure title="Find your own limit" summary="from your weekly meter">
      <div className="grid grid-cols-1 gap-3">
        <p className="text-sm text-soft">
          My weekly meter (/usage) went from one share to another while this work cost so much at API rates. Count all work that
          moved it, on every machine.
        </p>
        <SwitchField id="meter-new-week" label="The week had just begun" checked={isNewWeek} onChange={setNewWeek} />
        <div className="flex flex-wrap gap-3">
          {isNewWeek ? null : (
            <NumberField
              id="meter-before"
              label="Meter before"
              value={before}
              onChange={setBefore}
              onValidity={validity("before")}
              unit="%"
              {...PERCENT}
            />
          )}
          <NumberField
            id="meter-after"
            label="Meter after"
            value={after}
            onChange={setAfter}
            onValidity={validity("after")}
            unit="%"
            {...PERCENT}
            least={1}
            most={100}
          />
        </div>
        <NumberField
          id="meter-usd"
          label="The work in between cost"
          value={usd}
          onChange={setUsd}
          onValidity={validity("usd")}
          unit="USD"
          {...RANGES.limit}
        />
        <Imported take={setUsd} />
        <Found view={view} isUnread={unread.size > 0} />
      </div>
    </Disclosure>
  );
}

function Imported({ take }: { readonly take: (usd: number) => void }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || !box.current) return;
    return watchSight(box.current, 0, (isNear) => {
      if (isNear) setSeen(true);
    });
  }, [isSeen]);
  return (
    <div ref={box} className="min-h-px">
      {isSeen ? (
        <Suspense fallback={null}>
          <ImportedCost take={take} />
        </Suspense>
      ) : null}
    </div>
  );
}

function withField(fields: ReadonlySet<string>, id: string, isUnread: boolean): ReadonlySet<string> {
  if (fields.has(id) === isUnread) return fields;
  const next = new Set(fields);
  if (isUnread) next.add(id);
  else next.delete(id);
  return next;
}

function Found({ view, isUnread }: { readonly view: CalibrationView; readonly isUnread: boolean }): ReactElement {
  if (isUnread) return <p className="text-sm font-medium text-warn">A field above cannot be used yet.</p>;
  if (view.problem !== null) return <p className="text-sm text-soft">{view.problem}</p>;
  return (
    <>
      <p className="text-sm" data-calibration="">
        {view.sentence}
      </p>
      <DataTable
        caption="API-equivalent USD, with the band that the meter's rounding leaves"
        columns={COLUMNS}
        rows={view.rows}
      />
      {view.openEnd === null ? null : <Notice tone="warn" title={view.openEnd} />}
      <TakeOver limit={view.limit} />
    </>
  );
}

function TakeOver({ limit }: { readonly limit: LimitRange }): ReactElement {
  const [plan, setPlan] = useState<LimitedPlan>("pro");
  const [taken, setTaken] = useState("");
  const { name } = planById(plan);
  const take = (): void => {
    changeScenario((scenario) => withOwnLimit(scenario, plan, limit));
    setTaken(`${name} now covers ${[...new Set([limit.low, limit.high].map(formatUsd))].join(" to ")} a month here.`);
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      <SelectField
        id="meter-plan"
        label="The meter is that of"
        groups={PLANS}
        value={plan}
        onChange={(next) => setPlan(next as LimitedPlan)}
      />
      <div>
        <Button onClick={take}>Use as my limit of {name}</Button>
      </div>
      <p role="status" className="min-h-5 text-sm text-soft">
        {taken}
      </p>
    </div>
  );
}
