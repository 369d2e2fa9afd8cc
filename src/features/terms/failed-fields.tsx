import type { ReactElement } from "react";
import type { FailedRequests } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { NumberField } from "../../ui/number-field.tsx";

const setErrored = (erroredPercent: number): void => change({ erroredPercent });
const setRetried = (retriedPercent: number): void => change({ retriedPercent });
const setRefused = (refusedPercent: number): void => change({ refusedPercent });

/** Requests that do not go as planned, of every hundred. */
export function FailedFields(): ReactElement {
  const failed = useScenario(({ scenario }) => scenario.failed);
  const hasTotals = useScenario(({ scenario }) => scenario.profiles.some(({ usage }) => usage.kind === "totals"));
  const errored = useRangedField("errored", "failedPercent", { value: failed.erroredPercent, set: setErrored });
  const retried = useRangedField("retried", "failedPercent", { value: failed.retriedPercent, set: setRetried });
  const refused = useRangedField("refused", "failedPercent", { value: failed.refusedPercent, set: setRefused });
  return (
    <fieldset aria-describedby="failed-hint" className="grid grid-cols-1 gap-3">
      <legend className="mb-1 text-sm font-medium">Of every 100 requests</legend>
      <NumberField {...errored} label="End in an error, not billed" unit="%" />
      <NumberField {...retried} label="Are sent again, billed twice" unit="%" />
      <NumberField {...refused} label="Are refused without output" unit="%" error={useConflict("failed")} />
      <p id="failed-hint" className="text-sm text-soft">
        Refusals are not billed since 2026-06-02; before, what they sent was.
        {hasTotals ? " Totals that you measured hold their failures already: leave these at 0 for them." : ""}
      </p>
    </fieldset>
  );
}

function change(failed: Partial<FailedRequests>): void {
  changeScenario((scenario) => ({ failed: { ...scenario.failed, ...failed } }));
}
