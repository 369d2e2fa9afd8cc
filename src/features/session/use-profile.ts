import type { Profile } from "../../scenario/scenario.ts";
import { useScenario } from "../../state/use-scenario.ts";

/** The profile that is being edited, and its place in the list. */
export function useProfile(): { readonly profile: Profile; readonly index: number } {
  const index = useScenario(({ inView }) => inView);
  const profile = useScenario(({ scenario }) => scenario.profiles[index] ?? (scenario.profiles[0] as Profile));
  return { profile, index };
}
