import { type ReactElement, useCallback } from "react";
import { changeUsage } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { notReached } from "./assumptions-summary.ts";

const FIRST_CLEARING = 30;
const REQUESTS = [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1_000];

/** Whether the conversation is cleared, and after how many requests. */
export function Clearing({
  clearAfterRequests,
  requests,
  index,
}: {
  readonly clearAfterRequests: number | null;
  /** Requests of the session: a clearing after its last one never comes. */
  readonly requests: number;
  readonly index: number;
}): ReactElement {
  const set = useCallback((after: number) => changeUsage(index, { clearAfterRequests: after }), [index]);
  const after = useRangedField("clearAfterRequests", "clearAfterRequests", { value: clearAfterRequests ?? FIRST_CLEARING, set });
  return (
    <div className="grid grid-cols-1 gap-3">
      <SwitchField
        id="clearing"
        label="Start over with /clear"
        checked={clearAfterRequests !== null}
        onChange={(on) => changeUsage(index, { clearAfterRequests: on ? FIRST_CLEARING : null })}
        hint="Each new conversation begins with the base prompt alone."
      />
      {clearAfterRequests === null ? null : (
        <SliderField
          key={index}
          {...after}
          label="Start over after"
          unit="requests"
          stops={REQUESTS}
          hint={clearAfterRequests < requests ? undefined : notReached(requests)}
        />
      )}
    </div>
  );
}
