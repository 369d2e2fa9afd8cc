import { createStore, type StoreApi } from "zustand/vanilla";

/** What was measured, by the id of the field that asks for it: numbers only, as exact as they were measured. */
export type MeasuredMarks = Readonly<Record<string, number>>;

/** The marks beside the fields; none until measured usage is used. They are in no scenario, link or storage. */
export const measuredMarks: StoreApi<MeasuredMarks> = createStore<MeasuredMarks>(() => ({}));
