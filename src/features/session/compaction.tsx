import { type ReactElement, useCallback } from "react";
import { changeUsage } from "../../state/actions.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { logStops } from "../../ui/stops.ts";
import { SwitchField } from "../../ui/switch-field.tsx";

const FIRST_LIMIT = 150_000;
const LIMITS = logStops(10_000, 1_000_000, { series: "E6" });

/** Whether the conversation is compacted, and at which prompt. */
export function Compaction({
  compactAtTokens,
  index,
}: {
  readonly compactAtTokens: number | null;
  readonly index: number;
}): ReactElement {
  const set = useCallback((limit: number) => changeUsage(index, { compactAtTokens: limit }), [index]);
  const limit = useRangedField("compactAtTokens", "compactAtTokens", { value: compactAtTokens ?? FIRST_LIMIT, set });
  const conflict = useConflict("compactAtTokens");
  return (
    <div className="grid grid-cols-1 gap-3">
      <SwitchField
        id="compaction"
        label="Compact long conversations"
        checked={compactAtTokens !== null}
        onChange={(on) => changeUsage(index, { compactAtTokens: on ? FIRST_LIMIT : null })}
      />
      {compactAtTokens === null ? null : (
        <SliderField
          key={index}
          {...limit}
          label="Compact when the prompt would pass"
          unit="tokens"
          stops={LIMITS}
          error={conflict}
        />
      )}
    </div>
  );
}
