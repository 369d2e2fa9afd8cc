import { useStore } from "zustand/react";
import { measuredMarks } from "./measured-marks.ts";

/** What was measured for a field (by its id); undefined where nothing was. */
export function useMeasured(id: string): number | undefined {
  return useStore(measuredMarks, (marks) => marks[id]);
}
