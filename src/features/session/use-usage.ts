import { DEFAULT_SIMULATED } from "../../scenario/defaults.ts";
import type { Profile } from "../../scenario/scenario.ts";
import { useScenario } from "../../state/use-scenario.ts";

/** The session of a profile (0-based index). While a profile is being taken out its panel may ask once more for one that is gone. */
export function useUsage(index: number): Profile["usage"] {
  return useScenario(({ scenario }) => scenario.profiles[index]?.usage ?? DEFAULT_SIMULATED);
}
