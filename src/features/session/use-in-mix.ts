import { useScenario } from "../../state/use-scenario.ts";

/** Whether a profile's model mix (0-based index) names a model; redraws only when that changes, not with each share. */
export function useInMix(index: number, model: string): boolean {
  return useScenario(({ scenario }) => scenario.profiles[index]?.mix.some((share) => share.model === model) ?? false);
}
