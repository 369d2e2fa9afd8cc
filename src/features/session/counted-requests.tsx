import { type ReactElement, useCallback } from "react";
import { changeUsage } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";

const FIRST_GUESS = 50;

/** Whether somebody counted the requests behind totals, and how many: a long-context tier is decided by the single prompt. */
export function CountedRequests({ requests, index }: { readonly requests: number | null; readonly index: number }): ReactElement {
  const set = useCallback((count: number) => changeUsage(index, { requests: count }), [index]);
  const ranged = useRangedField("countedRequests", "countedRequests", { value: requests ?? FIRST_GUESS, set });
  return (
    <div className="grid grid-cols-1 gap-2">
      <SwitchField
        id="counted"
        label="I know how many requests these were"
        checked={requests !== null}
        onChange={(known) => changeUsage(index, { requests: known ? FIRST_GUESS : null })}
        hint="Models with a long-context tier charge by the single prompt; totals alone give the least it can have cost."
      />
      {requests === null ? null : <NumberField {...ranged} label="Requests behind the totals" unit="requests" />}
    </div>
  );
}
