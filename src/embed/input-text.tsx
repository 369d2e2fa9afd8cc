import type { ReactElement } from "react";
import { useScenario } from "../state/use-scenario.ts";
import { type InputGroup, inputRows } from "./combine-inputs.ts";

/** A group of inputs that can only be read. */
export function InputText({ group }: { readonly group: InputGroup }): ReactElement | null {
  const scenario = useScenario((state) => state.scenario);
  const rows = inputRows(scenario, group);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-1 gap-1 text-sm" data-locked={group}>
      {rows.map(({ label, value }) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <dt className="text-soft">{label}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
