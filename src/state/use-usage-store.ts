import { useStore } from "zustand/react";
import { type UsageState, usageStore } from "./usage-store.ts";

/** What a view reads of the imported usage; it is drawn again only when the selected value changes. */
export function useUsageStore<Selected>(select: (state: UsageState) => Selected): Selected {
  return useStore(usageStore, select);
}
