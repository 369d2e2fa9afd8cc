import { type ReactElement, type ReactNode, useRef } from "react";
import type { ScenarioState } from "../state/scenario-store.ts";
import { useScenario } from "../state/use-scenario.ts";
import { useLagging } from "../ui/charts/use-lagging.ts";

/** Panels that wait for their turn together behind the answer; a group out of sight waits until the input rests. */
export function LaggingGroup({ children }: { readonly children: (state: ScenarioState) => ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const state = useLagging(
    useScenario((present) => present),
    box,
  );
  return (
    <div ref={box} className="grid min-w-0 grid-cols-1 gap-4 contain-layout">
      {children(state)}
    </div>
  );
}
