import { useStore } from "zustand/react";
import { pageSaved } from "./page-memory.ts";
import type { SavedState } from "./saved-input.ts";

/** What a view reads of the page's saved input; it is drawn again only when the selected value changes. */
export function useSaved<Selected>(select: (state: SavedState) => Selected): Selected {
  return useStore(pageSaved.store, select);
}
