import { useStore } from "zustand/react";
import { pageUndo } from "./page-memory.ts";
import type { UndoState } from "./undo.ts";

/** What a view reads of the page's steps; it is drawn again only when the selected value changes. */
export function useUndo<Selected>(select: (state: UndoState) => Selected): Selected {
  return useStore(pageUndo.store, select);
}
