import { type ReactElement, type ReactNode, useCallback, useEffect, useRef } from "react";
import type { ScenarioState } from "../state/scenario-store.ts";
import { useScenario } from "../state/use-scenario.ts";
import { useLagging } from "../ui/charts/use-lagging.ts";
import { type ExportOrigin, ExportOriginContext } from "../ui/export-origin.ts";

/**
 * Panels that wait for their turn together behind the answer; a group out of sight waits until the input rests. `data-lagging` stands on
 * it as long as it shows an earlier state than the answer.
 */
export function LaggingGroup({ children }: { readonly children: (state: ScenarioState) => ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const present = useScenario((state) => state);
  const state = useLagging(present, box);
  const askOrigin = useOriginOf(state);
  return (
    <ExportOriginContext value={askOrigin}>
      <div ref={box} className="grid min-w-0 grid-cols-1 gap-4 contain-layout" data-lagging={state === present ? undefined : ""}>
        {children(state)}
      </div>
    </ExportOriginContext>
  );
}

// Of the scenario that these panels show, which may be an earlier one than the address holds. Always the same function, so that a change
// of the input draws no panel for its button's sake.
function useOriginOf({ shown }: ScenarioState): () => Promise<ExportOrigin> {
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  return useCallback(async () => (await import("./origin-of.ts")).originOf(latest.current), []);
}
