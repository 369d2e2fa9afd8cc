import { selectConflicts } from "./selectors.ts";
import { useScenario } from "./use-scenario.ts";

/** Why a field of the scenario cannot be as it is beside the others, in words; undefined while it can. */
export function useConflict(field: string): string | undefined {
  return useScenario((state) => selectConflicts(state).find((conflict) => conflict.field === field)?.reason);
}
